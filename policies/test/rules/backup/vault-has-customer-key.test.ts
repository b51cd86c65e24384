import rule from "../../../rules/backup/vault-has-customer-key";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a vault without a key, because AWS takes its own",
    fails: {},
    messages: ["kmsKeyArn is not set; set it to the ARN of a customer-managed key."],
    passes: { "one with a key": { kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
  },
  {
    it: "fails AWS's own key",
    fails: { kmsKeyArn: "alias/aws/backup" },
    messages: ["kmsKeyArn is alias/aws/backup; set it to the ARN of a customer-managed key."],
    passes: { "one with a key": { kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
  },
  {
    it: "fails an air-gapped vault without a key",
    type: "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
    fails: {},
    messages: ["encryptionKeyArn is not set; set it to the ARN of a customer-managed key."],
    passes: { "one with a key": { encryptionKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
  },
]);
