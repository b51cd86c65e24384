import { checkPlace, Checks, checkRootVolume, isPlain } from "@groundwork/core";
import { type FleetImage, HealthCheckType, type InstanceFleetArgs } from "./instance-fleet-args";

/** The most instances of a fleet. */
const LARGEST_FLEET = 10_000;

/**
 * Checks a fleet's arguments.
 *
 * @throws ConfigError with every mistake.
 */
export function checkInstanceFleet(name: string, args: InstanceFleetArgs): void {
  const checks = new Checks("InstanceFleet", name);
  checkPlace(checks, args.place);
  checkImage(checks, args.image);
  checks.count(
    "subnetIds",
    args.subnetIds,
    2,
    Infinity,
    "at least two subnets",
    "pass one private subnet of each zone, so that a zone may fail",
  );
  checks.range("maxSize", args.maxSize, 1, LARGEST_FLEET, "instances");
  const [most, unit] = isPlain(args.maxSize) ? [args.maxSize, "instances (maxSize)"] : [LARGEST_FLEET, "instances"];
  checks.range("minSize", args.minSize, 0, most, unit);
  checks.range("targetCpuPercent", args.targetCpuPercent, 1, 100, "percent");
  checkRootVolume(checks, args);
  checks.range("warmupSeconds", args.warmupSeconds, 0, 7200, "seconds");
  checks.oneOf("healthCheckType", args.healthCheckType, Object.values(HealthCheckType));
  checks.count(
    "targetGroupArns",
    args.targetGroupArns,
    1,
    Infinity,
    "left out or not empty",
    "leave it out if no load balancer is in front",
  );
  for (const [source, { port }] of Object.entries(args.ingress ?? {})) {
    checks.range(`ingress.${source}.port`, port, 1, 65535);
  }
  checks.done();
}

function checkImage(checks: Checks, image: FleetImage): void {
  checks.that(
    (image.id === undefined) !== (image.parameter === undefined),
    "image",
    image,
    "either { id } or { parameter }",
    "give the id of an approved AMI, or the parameter that holds one",
  );
  checks.matches("image.id", image.id, /^ami-[0-9a-f]+$/, "an AMI's id", "copy it from the catalogue of approved AMIs");
  checks.matches(
    "image.parameter",
    image.parameter,
    /^(\/[\w./-]+|arn:[\w-]+:ssm:[\w-]+:\d{12}:parameter\/[\w./-]+)$/,
    "the name or the ARN of an SSM parameter",
    "write it like /golden-ami/web/approved",
  );
}
