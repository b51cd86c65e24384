/** The address blocks of one zone. */
export interface ZoneBlocks {
  publicCidr: string;
  privateCidr: string;
}

/** Blocks that a network is cut into: eight for private subnets, eight for public ones. */
const BLOCKS = 16;

/** The bits that number the blocks. */
const BLOCK_BITS = 4;

/** An IPv4 range as an address and a prefix length. */
export interface Ipv4Range {
  address: number;
  prefix: number;
}

/**
 * Reads an IPv4 range such as `10.0.0.0/16`.
 *
 * @returns undefined unless the text is a range whose address has no bit set beyond its prefix.
 */
export function parseRange(cidr: string): Ipv4Range | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  if (match === null) {
    return undefined;
  }
  const [a, b, c, d, prefix] = match.slice(1).map(Number) as [number, number, number, number, number];
  if ([a, b, c, d].some((octet) => octet > 255) || prefix > 32) {
    return undefined;
  }
  const address = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  return address % 2 ** (32 - prefix) === 0 ? { address, prefix } : undefined;
}

/**
 * The address blocks of the nth zone, counted from 0.
 *
 * They depend on the network's range and on the zone's place alone, so that a zone added at the end moves nobody else's.
 */
export function zoneBlocks(network: Ipv4Range, zone: number): ZoneBlocks {
  return { privateCidr: block(network, zone), publicCidr: block(network, BLOCKS / 2 + zone) };
}

function block(network: Ipv4Range, index: number): string {
  const prefix = network.prefix + BLOCK_BITS;
  const address = network.address + index * 2 ** (32 - prefix);
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix}`;
}
