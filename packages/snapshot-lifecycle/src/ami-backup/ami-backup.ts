import * as pulumi from "@pulumi/pulumi";
import { type Context } from "@groundwork/core";
import {
  createBackupAlarms,
  missing,
  missingCopyHours,
  missingHours,
  type Watched,
  policySource,
} from "../alarms/alarms";
import { createLifecyclePolicy, PolicyKind } from "../policy/lifecycle-policy";
import { kindOf } from "../policy/retention";
import { createServiceRole } from "../policy/service-role";
import { claimTargets } from "../policy/targets";
import { type AmiBackupArgs } from "./ami-backup-args";
import { amiTargets, checkAmiBackup } from "./ami-backup-checks";
import { amiDetails } from "./ami-details";
import { amiStatements } from "./ami-statements";

/**
 * AMIs of every instance that carries a tag, made, copied, deprecated and removed with their snapshots on schedule by Data
 * Lifecycle Manager, under a role of its own that may do just that. It makes no look-up.
 */
export class AmiBackup extends pulumi.ComponentResource {
  /** The id of the lifecycle policy. */
  readonly policyId: pulumi.Output<string>;

  /** The ARN of the lifecycle policy. */
  readonly policyArn: pulumi.Output<string>;

  /** The ARN of the role that Data Lifecycle Manager assumes, for the policies of keys that it must use. */
  readonly roleArn: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: AmiBackupArgs, opts?: pulumi.ComponentResourceOptions) {
    checkAmiBackup(name, args);
    claimTargets(name, amiTargets(args));
    super("snapshot-lifecycle:index:AmiBackup", name, {}, opts);

    const { place, protectPolicy, alarms, tags } = args;
    const context: Context = { parent: this, name, tags };
    const { region } = place;
    const role = createServiceRole(context, place, amiStatements(args));
    const policy = createLifecyclePolicy(
      { ...context, region, role, identity: kindOf(args.schedules), protectPolicy },
      PolicyKind.Amis,
      "AMIs of",
      amiDetails(args),
    );
    if (alarms !== undefined) {
      createBackupAlarms(
        { ...context, source: policySource(region, policy) },
        alarms,
        watched(args, missingHours(alarms, args.schedules)),
      );
    }

    this.policyId = policy.id;
    this.policyArn = policy.arn;
    this.roleArn = role.role.arn;
    this.registerOutputs({ policyId: this.policyId, policyArn: this.policyArn, roleArn: this.roleArn });
  }
}

function watched({ schedules, alarms }: AmiBackupArgs, hours: number | undefined): Watched[] {
  const copied = schedules.filter(({ copies = [] }) => copies.length > 0);
  return [
    { role: "create-failed", metricName: "ImagesCreateFailed", says: "an AMI failed" },
    ...missing({ role: "create-missing", metricName: "ImagesCreateCompleted", says: "no new AMI" }, hours),
    ...(copied.length === 0
      ? []
      : [
          { role: "copy-failed", metricName: "ImagesCopiedRegionFailed", says: "the copy of an AMI failed" },
          ...missing(
            { role: "copy-missing", metricName: "ImagesCopiedRegionCompleted", says: "no new copy of an AMI" },
            missingCopyHours(missingHours(alarms!, copied)),
          ),
        ]),
  ];
}
