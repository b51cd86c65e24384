import { Checks } from "@groundwork/core";
import { AMI_NAME } from "./approved-image";
import { type InstanceFleetArgs } from "./instance-fleet";

/** The largest gp3 volume, in GiB. */
const LARGEST_VOLUME_GIB = 65536;

/**
 * Checks a fleet's arguments.
 *
 * @throws ConfigError with every mistake.
 */
export function checkInstanceFleet(name: string, args: InstanceFleetArgs): void {
  const checks = new Checks("InstanceFleet", name);
  checks.that(
    AMI_NAME.test(args.amiName),
    "amiName",
    args.amiName,
    "a golden AMI's name: up to 63 lower-case letters, digits and hyphens",
    "pass the name, neither an AMI id nor a parameter's path",
  );
  checks.that(
    args.subnetIds.length >= 2,
    "subnetIds",
    args.subnetIds,
    "at least two subnets",
    "pass one private subnet of each zone, so that a zone may fail",
  );
  checks.range("maxSize", args.maxSize, 1, 10_000, "instances");
  checks.range("minSize", args.minSize, 0, args.maxSize, "instances (maxSize)");
  checks.range("targetCpuPercent", args.targetCpuPercent, 1, 100, "percent");
  checks.range("rootVolumeSizeGiB", args.rootVolumeSizeGiB, 1, LARGEST_VOLUME_GIB, "GiB");
  checks.range("warmupSeconds", args.warmupSeconds, 0, 7200, "seconds");
  checks.that(
    args.targetGroupArns === undefined || args.targetGroupArns.length > 0,
    "targetGroupArns",
    args.targetGroupArns,
    "left out or not empty",
    "leave it out if no load balancer is in front",
  );
  for (const [source, { port }] of Object.entries(args.ingress ?? {})) {
    checks.range(`ingress.${source}.port`, port, 1, 65535);
  }
  checks.done();
}
