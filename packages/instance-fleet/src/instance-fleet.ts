import * as pulumi from "@pulumi/pulumi";
import { type Context } from "@groundwork/core";
import { createAutoScalingGroup } from "./auto-scaling-group";
import { type FleetTarget, type InstanceFleetArgs } from "./instance-fleet-args";
import { checkInstanceFleet } from "./instance-fleet-checks";
import { createInstanceRole } from "./instance-role";
import { createLaunchTemplate } from "./launch-template";
import { createSecurityGroup } from "./security-group";

/**
 * A fleet of instances over several zones that launches the approved AMI and nothing else.
 *
 * A changed launch template starts an instance refresh, and so does another AMI that is named by its id. It makes no look-up.
 */
export class InstanceFleet extends pulumi.ComponentResource {
  /** The Auto Scaling group's name, for further policies and schedules. */
  readonly autoScalingGroupName: pulumi.Output<string>;

  /** The instances' security group, for the rules of whatever they connect to. */
  readonly securityGroupId: pulumi.Output<string>;

  /** The instances' role, for the policies of whatever they may do. */
  readonly roleName: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: InstanceFleetArgs, opts?: pulumi.ComponentResourceOptions) {
    checkInstanceFleet(name, args);
    super("instance-fleet:index:InstanceFleet", name, {}, opts);

    const context: Context = { parent: this, name, tags: args.tags };
    const { role, profile } = createInstanceRole(context, args);
    const securityGroup = createSecurityGroup(context, args);
    const template = createLaunchTemplate({ ...context, securityGroup, profile }, args);
    const group = createAutoScalingGroup({ ...context, template, dependsOn: opts?.dependsOn }, args);

    this.autoScalingGroupName = group.name;
    this.securityGroupId = securityGroup.id;
    this.roleName = role.name;
    this.registerOutputs({
      autoScalingGroupName: this.autoScalingGroupName,
      securityGroupId: this.securityGroupId,
      roleName: this.roleName,
    });
  }

  /** This fleet as a load balancer's target: `autoScalingGroups: { web: fleet.asTarget() }`. */
  asTarget(): FleetTarget {
    return { autoScalingGroupName: this.autoScalingGroupName, securityGroupId: this.securityGroupId };
  }
}
