import { arn, type Place, type PolicyStatement } from "@groundwork/core";
import { allow, copyKeyStatements, snapshotsOf } from "../policy/service-role";
import { type AmiBackupArgs } from "./ami-backup-args";

/** What the role of a backup by AMIs may do: copying only where there are copies. */
export function amiStatements({ place, schedules, sourceKeyArns }: AmiBackupArgs): PolicyStatement[] {
  const copies = schedules.flatMap((schedule) => schedule.copies ?? []);
  return [
    ...amiCreation(place),
    ...(copies.length === 0
      ? []
      : [allow("ec2:CopyImage", [imagesOf(place), snapshotsOf(place)]), ...copyKeyStatements(sourceKeyArns, copies)]),
  ];
}

/**
 * What any policy does that makes AMIs.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSDataLifecycleManagerServiceRoleForAMIManagement.html
 */
export function amiCreation(place: Place): PolicyStatement[] {
  const { accountId, region } = place;
  const [images, snapshots] = [imagesOf(place), snapshotsOf(place)];
  const instances = arn(place, { service: "ec2", region, accountId, resource: "instance/*" });
  return [
    allow(
      [
        ...["ec2:DescribeImages", "ec2:DescribeInstances", "ec2:DescribeImageAttribute"],
        ...["ec2:DescribeVolumes", "ec2:DescribeSnapshots"],
      ],
      "*",
    ),
    allow("ec2:CreateImage", [instances, images, snapshots]),
    allow(
      [
        ...["ec2:DeregisterImage", "ec2:EnableImageDeprecation", "ec2:DisableImageDeprecation"],
        ...["ec2:ModifyImageAttribute", "ec2:ResetImageAttribute"],
      ],
      images,
    ),
    allow("ec2:DeleteSnapshot", snapshots),
    allow("ec2:CreateTags", [images, snapshots]),
  ];
}

/** All AMIs: their ARNs name no account. */
function imagesOf(place: Place): string {
  return arn(place, { service: "ec2", region: "*", resource: "image/*" });
}
