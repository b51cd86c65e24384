/** A family of addresses. */
export enum AddressFamily {
  /** Addresses such as `10.0.0.1`. */
  Ipv4 = "ipv4",
  /** Addresses such as `2001:db8::1`. */
  Ipv6 = "ipv6",
}
