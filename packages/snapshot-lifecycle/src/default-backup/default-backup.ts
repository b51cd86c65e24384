import * as pulumi from "@pulumi/pulumi";
import { checkPlace, Checks, type Context, isPlain } from "@groundwork/core";
import {
  checkNothingMissing,
  checkPolicyAlarms,
  createBackupAlarms,
  type Watched,
  policySource,
} from "../alarms/alarms";
import { amiCreation } from "../ami-backup/ami-statements";
import { createLifecyclePolicy, type PolicyDetails, PolicyKind } from "../policy/lifecycle-policy";
import { createServiceRole } from "../policy/service-role";
import { ScheduledResource } from "../snapshot-schedule/snapshot-schedule-args";
import { snapshotCreation } from "../snapshot-schedule/snapshot-statements";
import { DEFAULT_INTERVAL_DAYS, DEFAULT_RETAIN_DAYS, type DefaultBackupArgs, VolumeType } from "./default-backup-args";

/** What makes backups of volumes and of instances, in the words of each. */
const KINDS = {
  [ScheduledResource.Volume]: {
    kind: PolicyKind.Snapshots,
    statements: snapshotCreation,
    failed: "SnapshotsCreateFailed",
  },
  [ScheduledResource.Instance]: { kind: PolicyKind.Amis, statements: amiCreation, failed: "ImagesCreateFailed" },
};

/**
 * A backup of every volume, or of every instance, of an account in a Region that nobody else backed up lately: Data Lifecycle
 * Manager's default policy, of which there is one for each. It makes no look-up.
 */
export class DefaultBackup extends pulumi.ComponentResource {
  /** The id of the lifecycle policy. */
  readonly policyId: pulumi.Output<string>;

  /** The ARN of the lifecycle policy. */
  readonly policyArn: pulumi.Output<string>;

  /** The ARN of the role that Data Lifecycle Manager assumes. */
  readonly roleArn: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: DefaultBackupArgs, opts?: pulumi.ComponentResourceOptions) {
    checkDefaultBackup(name, args);
    super("snapshot-lifecycle:index:DefaultBackup", name, {}, opts);

    const { place, resource, protectPolicy, alarms, tags } = args;
    const { region } = place;
    const { statements, failed } = KINDS[resource];
    const context: Context = { parent: this, name, tags };
    const role = createServiceRole(context, place, statements(place));
    const policy = createLifecyclePolicy(
      { ...context, region, role, identity: resource, protectPolicy, defaultPolicy: resource },
      KINDS[resource].kind,
      "Backups by default of",
      details(args),
    );
    if (alarms !== undefined) {
      const watched: Watched = { role: "create-failed", metricName: failed, says: "a backup failed" };
      createBackupAlarms({ ...context, source: policySource(region, policy) }, alarms, [watched]);
    }

    this.policyId = policy.id;
    this.policyArn = policy.arn;
    this.roleArn = role.role.arn;
    this.registerOutputs({ policyId: this.policyId, policyArn: this.policyArn, roleArn: this.roleArn });
  }
}

function details(args: DefaultBackupArgs): PolicyDetails {
  const exclusions = {
    ...(args.excludeTags !== undefined && { excludeTags: args.excludeTags }),
    ...(args.resource === ScheduledResource.Volume && {
      excludeBootVolumes: args.excludeBootVolumes === true,
      excludeVolumeTypes: args.excludeVolumeTypes,
    }),
  };
  return {
    policyLanguage: "SIMPLIFIED",
    resourceType: args.resource,
    createInterval: args.intervalDays ?? DEFAULT_INTERVAL_DAYS,
    retainInterval: args.retainDays ?? DEFAULT_RETAIN_DAYS,
    copyTags: args.withoutSourceTags !== true,
    extendDeletion: args.deleteLastBackups === true,
    // AWS's provider takes an empty one for a difference each time.
    ...(Object.keys(exclusions).length > 0 && { exclusions }),
  };
}

function checkDefaultBackup(name: string, args: DefaultBackupArgs): void {
  const { place, resource, intervalDays = DEFAULT_INTERVAL_DAYS, retainDays = DEFAULT_RETAIN_DAYS } = args;
  const checks = new Checks("DefaultBackup", name);
  checkPlace(checks, place);
  checks.oneOf("resource", resource, Object.values(ScheduledResource));
  const interval = checks.range("intervalDays", intervalDays, 1, 7, "days");
  if (
    checks.range("retainDays", retainDays, 2, 14, "days") &&
    interval &&
    isPlain(intervalDays) &&
    isPlain(retainDays)
  ) {
    checks.that(
      retainDays > intervalDays,
      "retainDays",
      retainDays,
      `more than the interval of ${intervalDays} days`,
      "keep backups longer, or make them more often",
    );
  }
  if (args.excludeTags !== undefined && isPlain(args.excludeTags)) {
    checks.count("excludeTags", Object.keys(args.excludeTags), 0, 50, "at most 50 tags", "give what you mean one tag");
  }
  if (resource === ScheduledResource.Instance) {
    const fix = "exclude instances by their tags";
    checks.leftOut("excludeBootVolumes", args.excludeBootVolumes, "for instances", fix);
    checks.leftOut("excludeVolumeTypes", args.excludeVolumeTypes, "for instances", fix);
  }
  checks.count("excludeVolumeTypes", args.excludeVolumeTypes, 0, 6, "at most six types", "drop some");
  checks.different("excludeVolumeTypes", args.excludeVolumeTypes, "different types", "name each once");
  args.excludeVolumeTypes?.forEach((type, index) =>
    checks.oneOf(`excludeVolumeTypes[${index}]`, type, Object.values(VolumeType)),
  );
  checkPolicyAlarms(checks, args.alarms, place.region);
  checkNothingMissing(checks, args.alarms);
  checks.done();
}
