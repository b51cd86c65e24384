/** A family of addresses. */
export enum AddressFamily {
  Ipv4 = "ipv4",
  Ipv6 = "ipv6",
}
