import { type Checks } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";

/**
 * One side of a security-group rule: who may connect, or where to. Exactly one field is set.
 *
 * Each becomes a rule resource of its own, so that adding one never touches another.
 */
export interface PeerArgs {
  /** An IPv4 range, such as `10.0.0.0/8`. */
  cidrIpv4?: pulumi.Input<string>;
  /** An IPv6 range, such as `2001:db8::/32`. */
  cidrIpv6?: pulumi.Input<string>;
  /** A managed prefix list, such as that of CloudFront. */
  prefixListId?: pulumi.Input<string>;
  /** Whatever carries this security group. */
  securityGroupId?: pulumi.Input<string>;
}

/** Every IPv4 address. */
export const ANYWHERE_IPV4 = "0.0.0.0/0";

/** Every IPv6 address. */
export const ANYWHERE_IPV6 = "::/0";

/** Records a mistake for each peer that names none or several sides. */
export function checkPeers(checks: Checks, field: string, peers: Record<string, PeerArgs> | undefined): void {
  for (const [key, peer] of Object.entries(peers ?? {})) {
    const set = Object.values(peer).filter((value) => value !== undefined).length;
    checks.that(
      set === 1,
      `${field}.${key}`,
      peer,
      "exactly one of cidrIpv4, cidrIpv6, prefixListId, securityGroupId",
      "make one entry for each range, prefix list or group",
    );
  }
}

/** Everyone, in the address families that a load balancer speaks. */
export function anyone(dualstack: boolean): Record<string, PeerArgs> {
  return {
    "anywhere-ipv4": { cidrIpv4: ANYWHERE_IPV4 },
    ...(dualstack ? { "anywhere-ipv6": { cidrIpv6: ANYWHERE_IPV6 } } : {}),
  };
}
