import { type Checks } from "@groundwork/core";
import { AddressFamily } from "./address-family";
import { type PeerArgs } from "./peer-args";

/** Every address, by family. */
export const ANYWHERE = {
  [AddressFamily.Ipv4]: { cidrIpv4: "0.0.0.0/0" },
  [AddressFamily.Ipv6]: { cidrIpv6: "::/0" },
} satisfies Record<AddressFamily, PeerArgs>;

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
export function anyone(families: AddressFamily[]): Record<string, PeerArgs> {
  return Object.fromEntries(families.map((family) => [`anywhere-${family}`, ANYWHERE[family]]));
}
