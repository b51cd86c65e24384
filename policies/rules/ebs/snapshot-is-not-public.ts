import { mustHold } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { eachSharedAccount, SNAPSHOT_PERMISSION, SNAPSHOT_POLICY } from "../../model/snapshot-policy";

export default defineRule({
  name: "snapshot-is-not-public",
  requires: "A snapshot is not shared with everybody.",
  fix: "Name the accounts that may use the snapshot.",
  severity: "critical",
  group: Group.Sharing,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html",
  controls: { fsbp: ["EC2.1"], prowler: ["ec2_ebs_public_snapshot"] },
  types: [SNAPSHOT_PERMISSION, SNAPSHOT_POLICY],
  guards: ["accountId", "policyDetails"],
  judge: (resource) =>
    eachSharedAccount(resource, (on, path) =>
      mustHold(on, path, (id) => id !== "all", {
        absent: "",
        known: ["all"],
        change: "name the accounts that may use it.",
      }),
    ),
});
