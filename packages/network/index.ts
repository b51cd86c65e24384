export { Network } from "./src/network";
export { type FlowLogsArgs, NatGateways, type NetworkArgs } from "./src/network-args";
