import { Network } from "@groundwork/network";
import { type WorkloadConfig } from "../config/shapes";

/** The network that the configuration describes; every environment has one. */
export function network(name: string, config: Pick<WorkloadConfig, "place" | "network" | "tags">): Network {
  const { cidr, zones, natGateways, flowLogDays } = config.network;
  return new Network(name, {
    place: config.place,
    cidr,
    zones,
    natGateways,
    flowLogs: flowLogDays === undefined ? undefined : { retentionDays: flowLogDays },
    tags: config.tags,
  });
}
