import { UNKNOWN, type Unknown } from "./reading";

/** Whether a CIDR block is every address, or so large a part of them that it may as well be. */
export function isWorld(cidr: unknown): boolean | Unknown {
  if (cidr === UNKNOWN) {
    return UNKNOWN;
  }
  const [, length] = typeof cidr === "string" ? (/^[\d.a-fA-F:]+\/(\d+)$/.exec(cidr) ?? []) : [];
  return length !== undefined && Number(length) <= WORLD_PREFIX;
}

/** Two halves of the world are the world, too. */
const WORLD_PREFIX = 1;
