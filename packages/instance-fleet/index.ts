export { approvedImage } from "./src/approved-image";
export { InstanceFleet, type InstanceFleetArgs } from "./src/instance-fleet";
export { type FleetIngress } from "./src/security-group";
