import { strings } from "../../model/config";
import { mustHold } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

interface SharingConfig {
  trustedAccountIds: string[];
}

export default defineRule<SharingConfig>({
  name: "snapshot-is-shared-with-trusted-accounts",
  requires: "A snapshot is shared with trusted accounts only.",
  fix: "Share it with an account of the rule's trustedAccountIds, or have the account added to them.",
  severity: "high",
  group: Group.Sharing,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html",
  controls: { fsbp: ["EC2.1"], prowler: ["ec2_ebs_public_snapshot"] },
  types: ["aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission"],
  guards: ["accountId"],
  config: { trustedAccountIds: strings("The accounts that may make volumes of shared snapshots", "^\\d{12}$") },
  judge: (permission, { trustedAccountIds }) =>
    mustHold(permission, "accountId", (id) => trustedAccountIds.includes(String(id)), {
      known: ["all"],
      change: "name an account of the rule's trustedAccountIds.",
    }),
});
