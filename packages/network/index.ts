export { NatGateways } from "./src/nat-gateways";
export { Network, type FlowLogsArgs, type NetworkArgs } from "./src/network";
