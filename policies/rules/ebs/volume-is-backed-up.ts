import { BACKUPS, covers, hasTag, splitTag, VOLUME_ATTACHMENT } from "../../model/backup-coverage";
import { strings } from "../../model/config";
import { anyOf, mustHave, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export default defineRule<{ backupTags: string[] }>({
  name: "volume-is-backed-up",
  requires: "A volume is in a backup plan or in a lifecycle policy.",
  fix: "Name its ARN in the resources of a backup.Selection, or give it a tag that a selection or a lifecycle policy selects by.",
  severity: "medium",
  group: Group.Backup,
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
  controls: {
    fsbp: ["EC2.28"],
    checkov: ["CKV2_AWS_9"],
    cdkNag: ["EC2EBSInBackupPlan"],
    prowler: ["ec2_ebs_volume_protected_by_backup_plan"],
  },
  types: [AwsType.Volume],
  guards: ["tags"],
  evidence: [...BACKUPS, VOLUME_ATTACHMENT, AwsType.Instance],
  config: {
    backupTags: strings("Tags, as key=value, by which plans and policies outside the program select", "^[^=]+="),
  },
  judge: (volume, { backupTags }, program) => {
    const tagged = anyOf(...backupTags.map((tag) => hasTag(volume, ...splitTag(tag))));
    return tagged === true
      ? []
      : where(tagged === UNKNOWN ? UNKNOWN : true, () =>
          mustHave(
            "tags",
            program.all(BACKUPS),
            (backup) => covers(backup, volume, program),
            "No backup selection and no lifecycle policy covers the volume; name its ARN in a selection, or give it a tag that one selects by.",
          ),
        );
  },
});
