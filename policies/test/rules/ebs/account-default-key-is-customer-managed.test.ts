import { AwsType } from "../../../model/types";
import rule from "../../../rules/ebs/account-default-key-is-customer-managed";
import { describeRule } from "../../support/table";

const key = (inputs: Record<string, string>) => [
  {
    type: "aws:ebs/defaultKmsKey:DefaultKmsKey",
    name: "key",
    inputs: { keyArn: "arn:aws:kms:eu-west-1:111122223333:key/1", ...inputs },
  },
];

describeRule(rule, [
  {
    it: "fails AWS's own key",
    fails: { keyArn: "alias/aws/ebs" },
    messages: ["keyArn is alias/aws/ebs; set it to the ARN of a customer-managed key."],
    passes: { "a key of the account's": { keyArn: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
  },
  {
    it: "fails encryption by default without a key of the account's, because AWS takes its own",
    type: AwsType.EncryptionByDefault,
    fails: { enabled: true },
    messages: ["EBS encrypts by default with the key that AWS manages; add an ebs.DefaultKmsKey of this Region. (end)"],
    passes: { "no encryption by default, which is another rule's": { enabled: false } },
    passesWith: { "one with a default key": key({}) },
  },
  {
    it: "fails it where the default key is another Region's",
    type: AwsType.EncryptionByDefault,
    fails: {},
    more: { providerInputs: { region: "eu-west-1" } },
    others: key({ region: "us-east-1" }),
    messages: ["EBS encrypts by default with the key that AWS manages; add an ebs.DefaultKmsKey of this Region. (end)"],
    passes: { "one of the same Region": { region: "us-east-1" }, "no encryption by default": { enabled: false } },
  },
]);
