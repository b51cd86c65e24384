import { CUSTOMER_KEYS, mustBeCustomerKey } from "../../model/customer-key";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export default defineRule({
  name: "snapshot-copy-has-customer-key",
  requires: "A snapshot that is copied or imported is encrypted with a customer-managed key.",
  fix: "Set kmsKeyId to the ARN of your key, and encrypted: true.",
  severity: "medium",
  group: Group.CustomerKeys,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html",
  controls: { checkov: ["CKV_AWS_183"] },
  types: [AwsType.SnapshotCopy, AwsType.SnapshotImport],
  guards: ["kmsKeyId"],
  evidence: CUSTOMER_KEYS,
  judge: (copy, _config, program) => mustBeCustomerKey(copy, copy, "kmsKeyId", program),
});
