import { checkPlace, Checks } from "@groundwork/core";
import { checkAction } from "../routing/action-checks";
import { AddressFamily } from "../shared/address-family";
import { checkAlarms } from "../shared/alarms";
import { checkNames, planNames } from "../shared/domain";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { checkLogs } from "../shared/logs";
import { checkMutualTls } from "../shared/mutual-tls";
import { checkName } from "../shared/names";
import { checkNetworkAccess, checkSubnets } from "../shared/placement";
import { checkTls } from "../shared/tls";
import { checkSharedGroups } from "../target-group/auto-scaling-group-target";
import { checkSwitchovers } from "../target-group/switchover-checks";
import { checkTargetGroup } from "../target-group/target-group-checks";
import { targetProtocol } from "../target-group/target-group-plan";
import { TargetProtocol } from "../target-group/target-protocol";
import { checkEndpointService } from "./endpoint-service";
import { AlpnPolicy, NetworkProtocol } from "./network-listener-args";
import { isLogged, isQuic, planNetworkListeners, type PlannedNetworkListener } from "./network-listener-plan";
import { ClientRouting, NetworkAddressType, type NetworkLoadBalancerArgs } from "./network-load-balancer-args";

/**
 * The protocols of the target groups that a listener may forward to.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html#target-group-routing-configuration
 */
const TARGETS_OF: Record<NetworkProtocol, TargetProtocol[]> = {
  [NetworkProtocol.Tcp]: [TargetProtocol.Tcp, TargetProtocol.TcpUdp],
  [NetworkProtocol.Tls]: [TargetProtocol.Tcp, TargetProtocol.Tls],
  [NetworkProtocol.Udp]: [TargetProtocol.Udp, TargetProtocol.TcpUdp],
  [NetworkProtocol.TcpUdp]: [TargetProtocol.TcpUdp],
  [NetworkProtocol.Quic]: [TargetProtocol.Quic, TargetProtocol.TcpQuic],
  [NetworkProtocol.TcpQuic]: [TargetProtocol.TcpQuic],
};

const type = LoadBalancerType.Network;
const { Tcp, Tls, Udp, TcpUdp } = NetworkProtocol;

/** Throws every mistake in the arguments of a Network Load Balancer at once. */
export function checkNetworkLoadBalancer(name: string, args: NetworkLoadBalancerArgs): void {
  const checks = new Checks("NetworkLoadBalancer", name);
  const crossZone = args.crossZone ?? true;
  checkName(checks, "name", name);
  if (args.place !== undefined) {
    checkPlace(checks, args.place);
  }
  checkAddresses(checks, args);
  checkAttributes(checks, args);
  for (const [key, group] of Object.entries(args.targetGroups)) {
    checkTargetGroup(checks, `targetGroups.${key}`, key, group, { type, vpcId: args.vpcId, crossZone });
  }
  const listeners = planNetworkListeners(args);
  checkTogether(checks, args, listeners);
  if (listeners.some(isQuic)) {
    checkQuic(checks, args, listeners);
  } else {
    checkNetworkAccess(checks, args);
  }
  checkListeners(checks, args, listeners);
  if (args.endpointService !== undefined) {
    checkEndpointService(checks, "endpointService", args.endpointService);
  }
  checkLogs(checks, "logs", args.logs, type);
  checks.that(
    args.logs === undefined || args.logs.access === false || isLogged(listeners),
    "logs",
    args.logs,
    "left out without a TLS listener, because AWS logs only what comes to one",
    "remove it or add a TLS listener",
  );
  checkAlarms(checks, "alarms", args.alarms, type);
  checks.done();
}

/** What target groups must fit beside each other. */
function checkTogether(checks: Checks, args: NetworkLoadBalancerArgs, listeners: PlannedNetworkListener[]): void {
  const fields = Object.fromEntries(
    Object.entries(args.targetGroups).map(([key, group]) => [`targetGroups.${key}`, group]),
  );
  const ports = listeners.map(({ port }) => port);
  const guarded = !listeners.some(isQuic);
  checkSharedGroups(checks, fields);
  checkSwitchovers(checks, fields, { type, ports, certificate: planNames(args).certificate !== undefined, guarded });
}

function checkAddresses(checks: Checks, args: NetworkLoadBalancerArgs): void {
  const both = [args.subnetIds, args.subnetMappings].filter((value) => value !== undefined).length;
  checks.that(
    both === 1,
    "subnetIds",
    args.subnetIds,
    "set unless subnetMappings is, and never beside it",
    "pass one of them",
  );
  checkSubnets(checks, "subnetIds", args.subnetIds);
  checkSubnets(
    checks,
    "subnetMappings",
    args.subnetMappings?.map((mapping) => mapping.subnetId),
  );
  if (args.elasticIps === true) {
    checks.that(
      Array.isArray(args.subnetIds),
      "elasticIps",
      args.elasticIps,
      "left out unless subnetIds is a plain list, because the number of addresses must be known",
      "pass the subnets as a list, or addresses of yours in subnetMappings",
    );
    checks.that(
      args.internal !== true,
      "elasticIps",
      args.elasticIps,
      "left out when internal",
      "use privateIpv4Address in subnetMappings",
    );
  }
  checks.that(
    args.protectElasticIps === undefined || args.elasticIps === true,
    "protectElasticIps",
    args.protectElasticIps,
    "left out without elasticIps, which it protects",
    "set elasticIps or remove it",
  );
  (args.subnetMappings ?? []).forEach((mapping, index) => {
    const field = `subnetMappings[${index}]`;
    const rules = [
      { key: "allocationId" as const, ok: args.internal !== true, when: "when internal" },
      { key: "privateIpv4Address" as const, ok: args.internal === true, when: "unless internal" },
      {
        key: "ipv6Address" as const,
        ok: args.ipAddressType === NetworkAddressType.Dualstack,
        when: "unless dualstack",
      },
    ];
    for (const { key, ok, when } of rules) {
      checks.that(ok || mapping[key] === undefined, `${field}.${key}`, mapping[key], `left out ${when}`, "remove it");
    }
  });
}

function checkAttributes(checks: Checks, args: NetworkLoadBalancerArgs): void {
  checks.oneOf("ipAddressType", args.ipAddressType, Object.values(NetworkAddressType));
  checks.oneOf("clientRouting", args.clientRouting, Object.values(ClientRouting));
  checks.range("secondaryAddresses", args.secondaryAddresses, 0, 7);
  checks.range("capacityUnits", args.capacityUnits, 1, 1000000);
  checks.that(
    args.ipv6SourceNatPrefix !== true || args.ipAddressType === NetworkAddressType.Dualstack,
    "ipv6SourceNatPrefix",
    args.ipv6SourceNatPrefix,
    `left out unless ipAddressType is "${NetworkAddressType.Dualstack}"`,
    "remove it or speak IPv6",
  );
}

/** AWS: QUIC listeners are not allowed with security groups, dualstack, UDP, or a second of their kind. */
function checkQuic(checks: Checks, args: NetworkLoadBalancerArgs, listeners: PlannedNetworkListener[]): void {
  for (const [key, { autoScalingGroups = {} }] of Object.entries(args.targetGroups)) {
    const opened = Object.keys(autoScalingGroups).filter(
      (group) => autoScalingGroups[group]?.securityGroupId !== undefined,
    );
    checks.that(
      opened.length === 0,
      `targetGroups.${key}.autoScalingGroups`,
      opened,
      "without securityGroupId on a load balancer with a QUIC listener, which has no security group to let in",
      "open the ports to the clients where that group is made",
    );
  }
  for (const key of ["sources", "destinations", "securityGroupIds", "allowPrivateLinkPastSecurityGroup"] as const) {
    checks.leftOut(
      key,
      args[key],
      "with a QUIC listener, which AWS does not allow on a load balancer with security groups",
      "restrict clients in the targets' security groups",
    );
  }
  checks.that(
    args.ipAddressType !== NetworkAddressType.Dualstack,
    "ipAddressType",
    args.ipAddressType,
    `"${NetworkAddressType.Ipv4}" with a QUIC listener`,
    "leave it out or put QUIC on a load balancer of its own",
  );
  const protocols = listeners.map((listener) => listener.protocol);
  checks.that(
    listeners.filter(isQuic).length === 1 && !protocols.some((protocol) => protocol === Udp || protocol === TcpUdp),
    "listeners",
    protocols,
    "at most one of QUIC and TCP_QUIC, and none of UDP and TCP_UDP beside it",
    "put QUIC on a load balancer of its own",
  );
}

function checkListeners(checks: Checks, args: NetworkLoadBalancerArgs, listeners: PlannedNetworkListener[]): void {
  checkNames(
    checks,
    args,
    listeners.filter((listener) => listener.protocol === Tls),
  );
  const ports = listeners.map((listener) => listener.port);
  checks.that(listeners.length > 0, "listeners", args.listeners, "at least one", "add one: without, nothing is served");
  checks.that(new Set(ports).size === ports.length, "listeners", ports, "ports that differ", "merge the listeners");
  listeners.forEach((listener, index) => {
    const field = `listeners[${index}]`;
    checks.range(`${field}.port`, listener.port, 1, 65535);
    const known = checks.oneOf(`${field}.protocol`, listener.protocol, Object.values(NetworkProtocol));
    checkEncryption(checks, field, listener, args);
    checks.range(`${field}.idleTimeoutSeconds`, listener.idleTimeoutSeconds, 60, 6000, "seconds");
    checks.that(
      listener.idleTimeoutSeconds === undefined || listener.protocol === Tcp,
      `${field}.idleTimeoutSeconds`,
      listener.idleTimeoutSeconds,
      `left out with protocol ${listener.protocol}: only TCP's can be changed`,
      "remove it",
    );
    if (listener.action === undefined) {
      checks.problem(`${field}.forward is missing, but there is not exactly one target group; name one.`);
      return;
    }
    const context = { type, targetGroups: args.targetGroups, pairs: [], https: false };
    checkAction(checks, field, listener.action, context);
    if (known) {
      checkTargets(checks, field, listener, args);
    }
  });
  const used = listeners.flatMap((listener) => listener.targets);
  for (const key of Object.keys(args.targetGroups)) {
    if (!used.includes(key)) {
      checks.problem(
        `targetGroups.${key} gets no connections, and AWS does not check the health of its targets; forward to it or remove it.`,
      );
    }
  }
}

function checkTargets(
  checks: Checks,
  field: string,
  listener: PlannedNetworkListener,
  args: NetworkLoadBalancerArgs,
): void {
  for (const key of listener.targets) {
    const group = args.targetGroups[key];
    const protocol = group === undefined ? undefined : targetProtocol(group, type);
    if (group === undefined || protocol === undefined) {
      continue;
    }
    const allowed = group.albTarget !== undefined ? [TargetProtocol.Tcp] : TARGETS_OF[listener.protocol];
    const fits = allowed.includes(protocol) && (group.albTarget === undefined || listener.protocol === Tcp);
    checks.that(
      fits,
      `${field}.protocol`,
      listener.protocol,
      group.albTarget !== undefined
        ? `TCP, because target group "${key}" is an Application Load Balancer`
        : `one that fits target group "${key}", which speaks ${protocol}`,
      group.albTarget !== undefined
        ? "let the Application Load Balancer end TLS"
        : `give the target group ${allowed.join(" or ")}`,
    );
    checks.that(
      listener.protocol !== Tls || protocol === TargetProtocol.Tls || group.stickiness?.sourceIp !== true,
      `targetGroups.${key}.stickiness.sourceIp`,
      group.stickiness?.sourceIp,
      "left out behind a TLS listener, whose clients cannot be kept at a target",
      "remove it, or use a TCP listener and let the targets end TLS",
    );
    const udp = listener.protocol === Udp || listener.protocol === TcpUdp;
    checks.that(
      !udp || args.ipAddressType !== NetworkAddressType.Dualstack || group.ipAddressType === AddressFamily.Ipv6,
      `targetGroups.${key}.ipAddressType`,
      group.ipAddressType,
      `"${AddressFamily.Ipv6}" behind a UDP listener of a dualstack load balancer`,
      "register IPv6 addresses or speak IPv4 only",
    );
  }
}

function checkEncryption(
  checks: Checks,
  field: string,
  listener: PlannedNetworkListener,
  args: NetworkLoadBalancerArgs,
): void {
  if (listener.protocol !== Tls) {
    for (const key of ["certificate", "extraCertificates", "tlsPolicy", "alpnPolicy", "mutualTls"] as const) {
      checks.leftOut(
        `${field}.${key}`,
        listener[key],
        `with protocol ${listener.protocol}`,
        "remove it or set the protocol to TLS",
      );
    }
    return;
  }
  checkTls(checks, field, listener, planNames(args).certificate);
  if (listener.mutualTls !== undefined) {
    checkMutualTls(checks, `${field}.mutualTls`, listener.mutualTls, type);
  }
  checks.oneOf(`${field}.alpnPolicy`, listener.alpnPolicy, Object.values(AlpnPolicy));
}
