import { UNKNOWN, type Unknown } from "./reading";

/** The longest prefix of a part of the world that no network can have for its own: 10.0.0.0/8 and fc00::/7 are the largest. */
const WORLD_PREFIX = { ipv4: 7, ipv6: 6 };

/** Whether a CIDR block is every address, or so large a part of them that it may as well be. */
export function isWorld(cidr: unknown): boolean | Unknown {
  if (cidr === UNKNOWN) {
    return UNKNOWN;
  }
  const [, address, length] = typeof cidr === "string" ? (/^([\d.a-fA-F:]+)\/(\d+)$/.exec(cidr.trim()) ?? []) : [];
  const longest = address?.includes(":") ? WORLD_PREFIX.ipv6 : WORLD_PREFIX.ipv4;
  return length !== undefined && Number(length) <= longest;
}
