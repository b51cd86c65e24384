import rule from "../../../rules/ec2/ami-copy-has-customer-key";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a copy without a key, because AWS takes its own",
    fails: { encrypted: true },
    messages: ["kmsKeyId is not set; set it to the ARN of a customer-managed key."],
    passes: { "a key of the account's": { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
  },
  {
    it: "fails AWS's own key",
    fails: { kmsKeyId: "alias/aws/ebs" },
    messages: ["kmsKeyId is alias/aws/ebs; set it to the ARN of a customer-managed key."],
    passes: { "a key of the account's": { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
  },
]);
