import { Network } from "@groundwork/network";
import { type WorkloadConfig } from "../config/shapes";

/** The network that the configuration describes; every environment has one. */
export function network(name: string, config: Pick<WorkloadConfig, "network" | "tags">): Network {
  const { cidr, zones, natGateways, flowLogDays } = config.network;
  return new Network(name, {
    cidr,
    zones,
    natGateways,
    flowLogs: flowLogDays === undefined ? undefined : { retentionDays: flowLogDays },
    tags: config.tags,
  });
}
