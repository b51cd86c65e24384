import { CUSTOMER_KEYS, mustBeCustomerKey } from "../../model/customer-key";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export default defineRule({
  name: "ami-copy-has-customer-key",
  requires: "A copy of an AMI is encrypted with a customer-managed key.",
  fix: "Set kmsKeyId to the ARN of your key, and encrypted: true.",
  severity: "medium",
  group: Group.CustomerKeys,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html",
  controls: { checkov: ["CKV_AWS_236"] },
  types: [AwsType.AmiCopy],
  guards: ["kmsKeyId"],
  evidence: CUSTOMER_KEYS,
  judge: (copy, _config, program) => mustBeCustomerKey(copy, copy, "kmsKeyId", program),
});
