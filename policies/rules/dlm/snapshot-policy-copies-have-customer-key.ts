import { CUSTOMER_KEYS, mustBeCustomerKey } from "../../model/customer-key";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { eachCopy, SNAPSHOT_POLICY } from "../../model/snapshot-policy";

export default defineRule({
  name: "snapshot-policy-copies-have-customer-key",
  requires: "What a lifecycle policy copies into another Region is encrypted with a customer-managed key.",
  fix: "Name a key of the other Region as cmkArn, beside encrypted: true.",
  severity: "medium",
  group: Group.CustomerKeys,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html",
  controls: { checkov: ["CKV_AWS_254", "CKV_AWS_256"] },
  types: [SNAPSHOT_POLICY],
  guards: ["policyDetails"],
  evidence: CUSTOMER_KEYS,
  judge: (policy, _config, program) =>
    eachCopy(policy, (copy, _encrypted, key) => mustBeCustomerKey(policy, copy, key, program)),
});
