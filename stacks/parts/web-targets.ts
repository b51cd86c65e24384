import * as pulumi from "@pulumi/pulumi";
import { type InstanceFleet } from "@groundwork/instance-fleet";
import { type TargetGroupArgs } from "@groundwork/load-balancing";

/** The port on which the web AMI answers, over TLS: see `images/web-server.yaml`. */
const WEB_PORT = 8443;

/** The target group of a fleet of the web AMI, by the fleet's key. */
export function webTargets(key: string, fleet: InstanceFleet): TargetGroupArgs {
  return { port: WEB_PORT, healthCheck: { path: "/health" }, autoScalingGroups: { [key]: fleet.asTarget() } };
}

/**
 * The options of an environment's load balancer by which its rules in its fleets' security groups are the ones that the fleets
 * made for it, before it took them as targets: AWS refuses a second rule that says the same.
 */
export function fleetsOf(environment: string, fleets: Record<string, InstanceFleet>): pulumi.ComponentResourceOptions {
  return {
    transformations: [
      ({ name, props, opts }) => {
        const found = Object.entries(fleets).find(([key]) =>
          name.startsWith(`${environment}-auto-scaling-group-${key}-ingress-`),
        );
        if (found === undefined) {
          return undefined;
        }
        const [key, fleet] = found;
        const former = { name: `${environment}-${key}-ingress-load-balancer`, parent: fleet };
        return { props, opts: pulumi.mergeOptions(opts, { aliases: [former] }) };
      },
    ],
  };
}
