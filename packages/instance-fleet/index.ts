export { approvedParameter } from "@groundwork/core";
export { InstanceFleet } from "./src/instance-fleet";
export {
  type FleetImage,
  type FleetIngress,
  type FleetTarget,
  HealthCheckType,
  type InstanceFleetArgs,
} from "./src/instance-fleet-args";
