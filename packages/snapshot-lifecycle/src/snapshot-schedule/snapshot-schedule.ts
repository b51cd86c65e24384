import * as pulumi from "@pulumi/pulumi";
import { type Context } from "@groundwork/core";
import { createLifecyclePolicy } from "../policy/lifecycle-policy";
import { createScheduleRole } from "../policy/service-role";
import { type SnapshotScheduleArgs } from "./snapshot-schedule-args";
import { checkSnapshotSchedule } from "./snapshot-schedule-checks";

/**
 * Snapshots of everything that carries a tag, taken, copied and deleted on schedule by Data Lifecycle Manager, under a role
 * of its own that may do just that. It makes no look-up.
 */
export class SnapshotSchedule extends pulumi.ComponentResource {
  /** The id of the lifecycle policy. */
  readonly policyId: pulumi.Output<string>;

  /** The ARN of the role that Data Lifecycle Manager assumes, for the policies of keys that it must use. */
  readonly roleArn: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: SnapshotScheduleArgs, opts?: pulumi.ComponentResourceOptions) {
    checkSnapshotSchedule(name, args);
    super("snapshot-lifecycle:index:SnapshotSchedule", name, {}, opts);

    const context: Context = { parent: this, name, tags: args.tags };
    const role = createScheduleRole(context, args);
    const policy = createLifecyclePolicy({ ...context, role }, args);

    this.policyId = policy.id;
    this.roleArn = role.role.arn;
    this.registerOutputs({ policyId: this.policyId, roleArn: this.roleArn });
  }
}
