/** How private subnets reach the internet. */
export enum NatGateways {
  /** One NAT gateway in each zone: a zone that fails takes only its own way out along. */
  PerZone = "per-zone",
  /** One NAT gateway for all zones: cheaper, but when its zone fails every zone loses its way out. */
  Single = "single",
}
