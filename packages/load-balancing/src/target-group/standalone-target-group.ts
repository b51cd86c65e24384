import { after, Checks } from "@groundwork/core";
import * as pulumi from "@pulumi/pulumi";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { admitLoadBalancer } from "../shared/security-group";
import { type StandaloneTargetGroupArgs } from "./standalone-target-group-args";
import { createTargetGroup } from "./target-group";
import { checkTargetGroup, checkWithoutLoadBalancer } from "./target-group-checks";
import { targetOpenings, type TargetGroupContext } from "./target-group-plan";

/**
 * A target group by itself, for a load balancer that another stack owns: it forwards to `targetGroupArn`. `ListenerRules`
 * make their own; this one is for a listener's default action, for Network Load Balancers, and for several listeners.
 *
 * @example
 * new TargetGroup("orders", {
 *   loadBalancerType: LoadBalancerType.Application,
 *   vpcId: network.vpcId,
 *   targetGroup: { port: 8443 },
 * });
 *
 * @throws ConfigError with all mistakes in the arguments, before any resource is registered.
 */
export class TargetGroup extends pulumi.ComponentResource {
  /** The target group's ARN. It waits for the targets that are registered here. AWS checks the health of its targets once a listener forwards to it. */
  readonly targetGroupArn: pulumi.Output<string>;
  /** The part of the ARN that names the target group in CloudWatch's metrics. */
  readonly arnSuffix: pulumi.Output<string>;

  /**
   * @param name The component's name: letters and digits, joined by single hyphens.
   * @param args What to make.
   * @param opts Pulumi's options.
   */
  constructor(name: string, args: StandaloneTargetGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    checkStandaloneTargetGroup(name, args);
    super("load-balancing:index:TargetGroup", name, {}, opts);
    const context = { parent: this, name, tags: args.tags };
    const { loadBalancerSecurityGroupId: loadBalancer } = args;
    const targets = targetSecurityGroup(args);
    const openings = targetOpenings(args.targetGroup, args.loadBalancerType);
    const reach =
      loadBalancer === undefined || targets === undefined
        ? []
        : admitLoadBalancer(context, openings, { loadBalancer, targets });
    const { targetGroup, registrations } = createTargetGroup({ ...context, ...place(args), reach }, args.targetGroup);
    this.targetGroupArn = after(
      targetGroup.arn,
      registrations.map(({ urn }) => urn),
    );
    this.arnSuffix = targetGroup.arnSuffix;
    this.registerOutputs({ targetGroupArn: this.targetGroupArn, arnSuffix: this.arnSuffix });
  }
}

/** What the target group must fit. Whether a Network Load Balancer crosses zones is known to its owner alone. */
function place({ loadBalancerType, vpcId }: StandaloneTargetGroupArgs): TargetGroupContext {
  const crossZone = loadBalancerType === LoadBalancerType.Application ? true : undefined;
  return { type: loadBalancerType, vpcId: vpcId ?? "", crossZone };
}

function targetSecurityGroup(args: StandaloneTargetGroupArgs): pulumi.Input<string> | undefined {
  return args.targetSecurityGroupId ?? args.targetGroup.albTarget?.securityGroupId;
}

function checkStandaloneTargetGroup(name: string, args: StandaloneTargetGroupArgs): void {
  const checks = new Checks("TargetGroup", name);
  const { lambdaTarget } = args.targetGroup;
  if (checks.oneOf("loadBalancerType", args.loadBalancerType, Object.values(LoadBalancerType))) {
    checkTargetGroup(checks, "targetGroup", name, args.targetGroup, place(args));
    checkWithoutLoadBalancer(checks, "targetGroup", args.targetGroup);
  }
  checks.that(
    (args.vpcId === undefined) === (lambdaTarget !== undefined),
    "vpcId",
    args.vpcId,
    lambdaTarget === undefined ? "the targets' VPC" : "left out: a function has none",
    lambdaTarget === undefined ? "pass its id" : "remove it",
  );
  checkAdmission(checks, args);
  checks.done();
}

/** The load balancer is let in only where it is let out. */
function checkAdmission(checks: Checks, args: StandaloneTargetGroupArgs): void {
  const { loadBalancerSecurityGroupId, targetSecurityGroupId, targetGroup } = args;
  if (targetGroup.lambdaTarget !== undefined) {
    for (const key of ["loadBalancerSecurityGroupId", "targetSecurityGroupId"] as const) {
      checks.that(
        args[key] === undefined,
        key,
        args[key],
        "left out: a function is not reached by a port",
        "remove it",
      );
    }
    return;
  }
  checks.that(
    targetSecurityGroupId === undefined || loadBalancerSecurityGroupId !== undefined,
    "loadBalancerSecurityGroupId",
    loadBalancerSecurityGroupId,
    "the load balancer's security group beside targetSecurityGroupId",
    "pass it, so that the load balancer is let out, too",
  );
  checks.that(
    loadBalancerSecurityGroupId === undefined || targetSecurityGroup(args) !== undefined,
    "targetSecurityGroupId",
    targetSecurityGroupId,
    "the targets' security group beside loadBalancerSecurityGroupId",
    "pass it, so that the load balancer is let in, too",
  );
}
