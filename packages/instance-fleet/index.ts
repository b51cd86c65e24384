export { approvedImage } from "@groundwork/core";
export { InstanceFleet } from "./src/instance-fleet";
export {
  type FleetIngress,
  type FleetTarget,
  HealthCheckType,
  type InstanceFleetArgs,
} from "./src/instance-fleet-args";
