import { type Checks, isPlain } from "@groundwork/core";
import { AddressFamily } from "../shared/address-family";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { checkName } from "../shared/names";
import { checkAlbTarget } from "./alb-target";
import { checkAutoScalingGroups } from "./auto-scaling-group-target";
import { checkHealthCheck } from "./health-check-checks";
import { checkLambdaTarget } from "./lambda-target";
import { checkStickiness } from "./stickiness";
import { Algorithm, TargetType, type TargetGroupArgs } from "./target-group-args";
import { healthCheckContext, isQuicTarget, targetProtocol, type TargetGroupContext } from "./target-group-plan";
import { ProtocolVersion, TargetProtocol } from "./target-protocol";

const { Http, Https, Tcp, Tls, Udp, TcpUdp, Quic, TcpQuic } = TargetProtocol;

/** The protocols of each load balancer's target groups. */
const PROTOCOLS: Record<LoadBalancerType, TargetProtocol[]> = {
  [LoadBalancerType.Application]: [Http, Https],
  [LoadBalancerType.Network]: [Tcp, Tls, Udp, TcpUdp, Quic, TcpQuic],
};

/** Protocols whose targets always see the client's own address. */
const ALWAYS_CLIENT_IP: readonly TargetProtocol[] = [Udp, TcpUdp, Quic, TcpQuic];

type Field = keyof TargetGroupArgs;

const NETWORK_ONLY: readonly Field[] = [
  "preserveClientIp",
  "proxyProtocolV2",
  "connectionTermination",
  "unhealthyConnectionTermination",
  "unhealthyDrainingSeconds",
  "albTarget",
];
const APPLICATION_ONLY: readonly Field[] = [
  "protocolVersion",
  "slowStartSeconds",
  "algorithm",
  "anomalyMitigation",
  "targetControlPort",
  "lambdaTarget",
];
const ALLOWED_FOR_LAMBDA: readonly Field[] = ["lambdaTarget", "healthCheck", "tags"];
const ALLOWED_FOR_ALB: readonly Field[] = ["albTarget", "port", "protocol", "healthCheck", "switchover", "tags"];

/** Records the mistakes in one target group. */
export function checkTargetGroup(
  checks: Checks,
  field: string,
  key: string,
  args: TargetGroupArgs,
  context: TargetGroupContext,
): void {
  checkName(checks, field, key);
  const network = context.type === LoadBalancerType.Network;
  const misfits = network ? APPLICATION_ONLY : NETWORK_ONLY;
  const other = network ? "an Application" : "a Network";
  refuse(checks, field, args, misfits, `left out: it belongs to ${other} Load Balancer`);
  checkHealthCheck(checks, `${field}.healthCheck`, args.healthCheck ?? {}, healthCheckContext(args, context.type));
  if (args.lambdaTarget !== undefined) {
    refuse(checks, field, args, except(args, ALLOWED_FOR_LAMBDA), "left out: a function has no such setting");
    checkLambdaTarget(checks, `${field}.lambdaTarget`, args.lambdaTarget);
    return;
  }
  checkPort(checks, field, args);
  if (args.albTarget !== undefined) {
    refuse(checks, field, args, except(args, ALLOWED_FOR_ALB), "left out: it is fixed for a load balancer as target");
    checks.oneOf(`${field}.protocol`, args.protocol, [Tcp]);
    checkAlbTarget(checks, `${field}.albTarget`, args.albTarget, { port: args.port, ...context });
    return;
  }
  checkRouting(checks, field, args, context);
  checkTargets(checks, field, args, context);
  checkAutoScalingGroups(checks, field, args, context.type);
}

/** Records the mistakes in a target group for a load balancer that is another's: what only its owner makes. */
export function checkWithoutLoadBalancer(checks: Checks, field: string, args: TargetGroupArgs): void {
  checks.that(
    args.switchover === undefined,
    `${field}.switchover`,
    args.switchover,
    "left out: it takes a listener, which is for the load balancer's owner to make",
    "remove it",
  );
  for (const [key, { securityGroupId }] of Object.entries(args.autoScalingGroups ?? {})) {
    checks.that(
      securityGroupId === undefined,
      `${field}.autoScalingGroups.${key}.securityGroupId`,
      securityGroupId,
      "left out: the targets' ports are opened by targetSecurityGroupId",
      "pass it there",
    );
  }
}

function checkPort(checks: Checks, field: string, args: TargetGroupArgs): void {
  checks.that(
    Number.isInteger(args.port) && Number(args.port) >= 1 && Number(args.port) <= 65535,
    `${field}.port`,
    args.port,
    "a whole number from 1 to 65535",
    "pass the port that the targets listen on",
  );
}

/** Protocols, ranges, and what excludes what. */
function checkRouting(checks: Checks, field: string, args: TargetGroupArgs, context: TargetGroupContext): void {
  const protocol = targetProtocol(args, context.type);
  checks.oneOf(`${field}.protocol`, args.protocol, PROTOCOLS[context.type]);
  checks.oneOf(`${field}.targetType`, args.targetType, Object.values(TargetType));
  checks.oneOf(`${field}.protocolVersion`, args.protocolVersion, Object.values(ProtocolVersion));
  checks.oneOf(`${field}.algorithm`, args.algorithm, Object.values(Algorithm));
  checks.that(
    args.ipAddressType !== AddressFamily.Ipv6 || args.targetType === TargetType.Ip,
    `${field}.ipAddressType`,
    args.ipAddressType,
    `"${AddressFamily.Ipv4}" unless targetType is "${TargetType.Ip}"`,
    "register the targets by address",
  );
  checkStickiness(checks, `${field}.stickiness`, args.stickiness, { type: context.type, protocol });
  checks.that(
    args.stickiness === undefined || args.crossZone !== false,
    `${field}.crossZone`,
    args.crossZone,
    "left on with stickiness, which would send a client to a target that its zone cannot reach",
    "leave crossZone or stickiness out",
  );
  checks.range(`${field}.deregistrationDelaySeconds`, args.deregistrationDelaySeconds, 0, 3600, "seconds");
  checkAlgorithm(checks, field, args);
  checkThresholds(checks, `${field}.healthThresholds`, args);
  checks.range(`${field}.targetControlPort`, args.targetControlPort, 1, 65535);
  if (context.type === LoadBalancerType.Network) {
    checkNetworkAttributes(checks, field, args, protocol);
  }
}

function checkAlgorithm(checks: Checks, field: string, args: TargetGroupArgs): void {
  const seconds = args.slowStartSeconds;
  if (seconds !== undefined && isPlain(seconds) && seconds !== 0) {
    checks.range(`${field}.slowStartSeconds`, seconds, 30, 900, "seconds, or 0 for none");
    checks.that(
      args.algorithm === undefined || args.algorithm === Algorithm.RoundRobin,
      `${field}.slowStartSeconds`,
      seconds,
      `0 with algorithm "${args.algorithm}", which spreads requests by its own measure`,
      `leave slowStartSeconds out or use "${Algorithm.RoundRobin}"`,
    );
  }
  checks.that(
    args.anomalyMitigation !== true || args.algorithm === Algorithm.WeightedRandom,
    `${field}.anomalyMitigation`,
    args.anomalyMitigation,
    `left off unless algorithm is "${Algorithm.WeightedRandom}"`,
    "set that algorithm or leave anomalyMitigation out",
  );
}

function checkThresholds(checks: Checks, field: string, args: TargetGroupArgs): void {
  const thresholds = args.healthThresholds ?? {};
  for (const key of ["dnsFailoverCount", "routingCount"] as const) {
    checks.range(`${field}.${key}`, thresholds[key], 1, 1000, "targets");
  }
  for (const key of ["dnsFailoverPercentage", "routingPercentage"] as const) {
    checks.range(`${field}.${key}`, thresholds[key], 1, 100, "percent");
  }
}

function checkNetworkAttributes(
  checks: Checks,
  field: string,
  args: TargetGroupArgs,
  protocol: TargetProtocol | undefined,
): void {
  checks.that(
    !(args.preserveClientIp === false && protocol !== undefined && ALWAYS_CLIENT_IP.includes(protocol)),
    `${field}.preserveClientIp`,
    args.preserveClientIp,
    `left out with protocol ${protocol}, whose targets always see the client's address`,
    "leave it out",
  );
  const stream = protocol === Tcp || protocol === Tls;
  checks.that(
    args.unhealthyConnectionTermination === undefined || stream,
    `${field}.unhealthyConnectionTermination`,
    args.unhealthyConnectionTermination,
    `left out with protocol ${protocol}: it needs TCP or TLS`,
    "leave it out",
  );
  checks.range(`${field}.unhealthyDrainingSeconds`, args.unhealthyDrainingSeconds, 0, 360000, "seconds");
  checks.that(
    args.unhealthyDrainingSeconds === undefined ||
      args.unhealthyConnectionTermination === false ||
      (args.unhealthyConnectionTermination !== undefined && !isPlain(args.unhealthyConnectionTermination)),
    `${field}.unhealthyDrainingSeconds`,
    args.unhealthyDrainingSeconds,
    "left out unless unhealthyConnectionTermination is false",
    "set that to false or leave this out",
  );
}

function checkTargets(checks: Checks, field: string, args: TargetGroupArgs, context: TargetGroupContext): void {
  const protocol = targetProtocol(args, context.type);
  const quic = isQuicTarget(args, context.type);
  for (const [key, target] of Object.entries(args.targets ?? {})) {
    const at = `${field}.targets.${key}`;
    checkName(checks, at, key);
    checks.that(
      (target.quicServerId !== undefined) === quic,
      `${at}.quicServerId`,
      target.quicServerId,
      quic ? "0x and 16 hexadecimal digits" : `left out with protocol ${protocol}`,
      quic ? "give each target its own" : "leave it out",
    );
    if (typeof target.id === "string") {
      const instance = target.id.startsWith("i-");
      checks.that(
        instance === ((args.targetType ?? TargetType.Instance) === TargetType.Instance),
        `${at}.id`,
        target.id,
        instance ? "an address" : "an instance id, which starts with i-",
        `set targetType to "${instance ? TargetType.Instance : TargetType.Ip}" or register the other kind`,
      );
    }
  }
}

function refuse(checks: Checks, field: string, args: TargetGroupArgs, keys: readonly Field[], reason: string): void {
  for (const key of keys) {
    checks.that(args[key] === undefined, `${field}.${key}`, args[key], reason, "remove it");
  }
}

/** The fields that are set and not among `allowed`. */
function except(args: TargetGroupArgs, allowed: readonly Field[]): Field[] {
  return (Object.keys(args) as Field[]).filter((key) => !allowed.includes(key));
}
