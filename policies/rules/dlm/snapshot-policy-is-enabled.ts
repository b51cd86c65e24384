import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { SNAPSHOT_POLICY } from "../../model/snapshot-policy";

export default defineRule({
  name: "snapshot-policy-is-enabled",
  requires: "A lifecycle policy is enabled.",
  fix: 'Set state: "ENABLED", or leave it out.',
  severity: "medium",
  group: Group.Backup,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html",
  types: [SNAPSHOT_POLICY],
  guards: ["state"],
  judge: (policy) => mustBe(policy, "state", "ENABLED", { absent: "ENABLED", known: ["DISABLED"] }),
  remediate: (properties) => (properties.state = "ENABLED"),
});
