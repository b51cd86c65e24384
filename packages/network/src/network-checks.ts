import { checkPlace, Checks } from "@groundwork/core";
import { parseRange, type Ipv4Range } from "./address-plan";
import { type NetworkArgs } from "./network-args";

/** The retention times that CloudWatch Logs takes, in days. */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** The longest and the shortest prefix that leave each of sixteen blocks a size that AWS takes for a subnet. */
const PREFIXES = { widest: 16, narrowest: 24 };

/** An Availability Zone's name; Local and Wavelength Zones have longer ones. */
const ZONE = /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/;

/**
 * Checks a network's arguments.
 *
 * @returns The network's range.
 * @throws ConfigError with every mistake.
 */
export function checkNetwork(name: string, { place, cidr, zones, flowLogs }: NetworkArgs): Ipv4Range {
  const checks = new Checks("Network", name);
  checkPlace(checks, place);
  const range = parseRange(cidr);
  checks.that(
    range !== undefined && range.prefix >= PREFIXES.widest && range.prefix <= PREFIXES.narrowest,
    "cidr",
    cidr,
    `an IPv4 range from /${PREFIXES.widest} to /${PREFIXES.narrowest} that begins at its own address`,
    "write it like 10.0.0.0/16",
  );
  checks.count("zones", zones, 2, 6, "two to six Availability Zones", "name at least two zones, so that one may fail");
  checks.that(
    zones.every((zone) => ZONE.test(zone)),
    "zones",
    zones,
    "names of Availability Zones",
    "write them like eu-west-1a",
  );
  checks.different("zones", zones, "different zones", "name each zone once");
  checks.that(
    zones.filter((zone) => ZONE.test(zone)).every((zone) => zone.slice(0, -1) === place.region),
    "zones",
    zones,
    `zones of ${place.region}`,
    "name zones of its Region, and make one network for each Region",
  );
  checks.oneOf("flowLogs.retentionDays", flowLogs?.retentionDays, RETENTION_DAYS);
  checks.done();
  return range!;
}
