import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "snapshots-are-blocked-from-public-access",
  requires: "The account's setting for public snapshots blocks sharing.",
  fix: 'Set state: "block-all-sharing".',
  severity: "high",
  group: Group.Sharing,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html",
  controls: { fsbp: ["EC2.182"], prowler: ["ec2_ebs_snapshot_account_block_public_access"] },
  types: ["aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess"],
  guards: ["state"],
  judge: (setting) =>
    mustBe(setting, "state", ["block-all-sharing", "block-new-sharing"], {
      absent: "unblocked",
      known: ["unblocked"],
      change: 'set it to "block-all-sharing".',
    }),
  remediate: (properties) => (properties.state = "block-all-sharing"),
});
