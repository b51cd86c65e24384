import { type ApplicationLoadBalancerArgs } from "@groundwork/load-balancing";
import { type WorkloadConfig } from "../config/shapes";

/**
 * Whether a load balancer, and the logs in its bucket, are kept from deletion: yes, unless the configuration lifts that. AWS
 * asks what stands, not what a program says while it deletes, so that lifting it is a deployment of its own.
 */
export function deletionProtection(
  config: Pick<WorkloadConfig, "loadBalancer">,
): Required<Pick<ApplicationLoadBalancerArgs, "deletionProtection" | "logs">> {
  const kept = config.loadBalancer.deletionProtection ?? true;
  return { deletionProtection: kept, logs: { deleteLogsWithBucket: !kept } };
}
