import * as pulumi from "@pulumi/pulumi";
import { type Context } from "@groundwork/core";
import { createBackupAlarms, policySource } from "../alarms/alarms";
import { createLifecyclePolicy, PolicyKind } from "../policy/lifecycle-policy";
import { kindOf } from "../policy/retention";
import { createServiceRole } from "../policy/service-role";
import { claimTargets } from "../policy/targets";
import { type ForecastSteadyState } from "../forecast/forecast";
import { scheduleForecast } from "./schedule-forecast";
import { snapshotAlarms } from "./snapshot-alarms";
import { snapshotDetails } from "./snapshot-details";
import { DEFAULT_RESOURCE, type SnapshotScheduleArgs } from "./snapshot-schedule-args";
import { checkSnapshotSchedule, snapshotTargets } from "./snapshot-schedule-checks";
import { snapshotStatements } from "./snapshot-statements";

/**
 * Snapshots of everything that carries a tag, taken, copied and deleted on schedule by Data Lifecycle Manager, under a role
 * of its own that may do just that. It makes no look-up.
 */
export class SnapshotSchedule extends pulumi.ComponentResource {
  /** The id of the lifecycle policy. */
  readonly policyId: pulumi.Output<string>;

  /** The ARN of the lifecycle policy. */
  readonly policyArn: pulumi.Output<string>;

  /** The ARN of the role that Data Lifecycle Manager assumes, for the policies of keys that it must use. */
  readonly roleArn: pulumi.Output<string>;

  /** What the snapshots will store and cost once every retention has run out; only with `forecast`, and in a preview, too. */
  readonly forecast?: pulumi.Output<ForecastSteadyState>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: SnapshotScheduleArgs, opts?: pulumi.ComponentResourceOptions) {
    checkSnapshotSchedule(name, args);
    claimTargets(name, snapshotTargets(args));
    super("snapshot-lifecycle:index:SnapshotSchedule", name, {}, opts);

    const { place, protectPolicy, alarms, tags } = args;
    const { region } = place;
    const context: Context = { parent: this, name, tags };
    const role = createServiceRole(context, place, snapshotStatements(args));
    const policy = createLifecyclePolicy(
      {
        ...context,
        region,
        role,
        identity: `${args.resource ?? DEFAULT_RESOURCE} ${kindOf(args.schedules)}`,
        protectPolicy,
      },
      PolicyKind.Snapshots,
      "Snapshots of",
      snapshotDetails(args),
    );
    if (alarms !== undefined) {
      createBackupAlarms(
        { ...context, source: policySource(region, policy) },
        alarms,
        snapshotAlarms(args.schedules, alarms),
      );
    }

    this.policyId = policy.id;
    this.policyArn = policy.arn;
    this.roleArn = role.role.arn;
    this.forecast = scheduleForecast(args);
    this.registerOutputs({
      policyId: this.policyId,
      policyArn: this.policyArn,
      roleArn: this.roleArn,
      forecast: this.forecast,
    });
  }
}
