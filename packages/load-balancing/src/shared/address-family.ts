/** A family of addresses. */
export enum AddressFamily {
  /** Addresses such as `10.0.0.1`. */
  Ipv4 = "ipv4",
  /** Addresses such as `2001:db8::1`. */
  Ipv6 = "ipv6",
}

/** The families of a load balancer, which always has IPv4. */
export function addressFamilies(withIpv6: boolean): AddressFamily[] {
  return withIpv6 ? [AddressFamily.Ipv4, AddressFamily.Ipv6] : [AddressFamily.Ipv4];
}
