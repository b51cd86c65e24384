import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { eachCopy, SNAPSHOT_POLICY } from "../../model/snapshot-policy";

export default defineRule({
  name: "snapshot-policy-copies-are-encrypted",
  requires: "What a lifecycle policy copies into another Region is encrypted.",
  fix: "Set encrypted: true on each crossRegionCopyRules item, or in the encryptionConfiguration of each of the action's crossRegionCopies.",
  severity: "high",
  group: Group.Encryption,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html",
  controls: { checkov: ["CKV_AWS_253", "CKV_AWS_255"] },
  types: [SNAPSHOT_POLICY],
  guards: ["policyDetails"],
  judge: (policy) => eachCopy(policy, (copy, encrypted) => mustBe(copy, encrypted, true, { absent: false })),
});
