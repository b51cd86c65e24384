import { type Checks } from "@groundwork/core";
import { type LoadBalancerType } from "../shared/load-balancer-type";
import { MAX_SWITCHOVER_SECONDS } from "./switchover-args";
import { type TargetGroupArgs } from "./target-group-args";
import { isQuicTarget, targetProtocol } from "./target-group-plan";
import { ProtocolVersion, TargetProtocol } from "./target-protocol";

/** The most targets of a target group, unless AWS was asked for more. */
const MOST_TARGETS = 1000;

/** What switchovers must fit: the load balancer. */
interface SwitchoverContext {
  type: LoadBalancerType;
  /** The ports of its listeners. */
  ports: number[];
  /** Whether it has a certificate of its own. */
  certificate: boolean;
  /** Whether it has a security group, which closes a port. */
  guarded: boolean;
}

/**
 * Records the mistakes in how target groups switch over.
 *
 * @param targetGroups All target groups of a load balancer, by field.
 */
export function checkSwitchovers(
  checks: Checks,
  targetGroups: Record<string, TargetGroupArgs>,
  context: SwitchoverContext,
): void {
  const taken = [...context.ports];
  for (const [group, args] of Object.entries(targetGroups)) {
    const { switchover } = args;
    if (switchover === undefined) {
      continue;
    }
    const field = `${group}.switchover`;
    checks.range(`${field}.port`, switchover.port, 1, 65535);
    checks.that(
      !taken.includes(switchover.port),
      `${field}.port`,
      switchover.port,
      `none of the other listeners' ports: ${taken.join(", ")}`,
      "pass a free port",
    );
    taken.push(switchover.port);
    checks.range(`${field}.healthyTargets`, switchover.healthyTargets, 1, known(args) || MOST_TARGETS, "targets");
    checks.range(`${field}.timeoutSeconds`, switchover.timeoutSeconds, 30, MAX_SWITCHOVER_SECONDS, "seconds");
    checks.that(
      known(args) !== 0,
      field,
      switchover,
      "left out unless the target group has autoScalingGroups, targets or albTarget: who registers by targetGroupArn waits for the listeners",
      "register the targets here or remove it",
    );
    checks.that(
      context.guarded && !isQuicTarget(args, context.type),
      field,
      switchover,
      "left out on a load balancer with a QUIC listener, which has no security group to close the port",
      "remove it",
    );
    checks.that(
      context.certificate || !needsCertificate(args, context.type),
      field,
      switchover,
      `left out unless the load balancer has a certificate, which the listener in front of ${args.protocolVersion ?? args.protocol} needs`,
      "pass certificate to the load balancer or remove it",
    );
  }
}

/** How many targets are registered here; `undefined` where that changes by itself. */
function known({ autoScalingGroups = {}, targets = {}, albTarget }: TargetGroupArgs): number | undefined {
  return Object.keys(autoScalingGroups).length > 0
    ? undefined
    : Object.keys(targets).length + (albTarget === undefined ? 0 : 1);
}

function needsCertificate(args: TargetGroupArgs, type: LoadBalancerType): boolean {
  return args.protocolVersion === ProtocolVersion.Grpc || targetProtocol(args, type) === TargetProtocol.Tls;
}
