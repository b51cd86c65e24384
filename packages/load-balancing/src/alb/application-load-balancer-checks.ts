import { checkPlace, Checks } from "@groundwork/core";
import { type ActionArgs } from "../routing/action-args";
import { checkAction, checkReached, type ActionContext } from "../routing/action-checks";
import { actionTargets } from "../routing/action-inputs";
import { checkBlueGreen, pairKeys, pairTargetGroups } from "../routing/blue-green";
import { checkGrpc, checkUnencrypted } from "../routing/encryption-checks";
import { checkBands } from "../routing/priority-band";
import { checkOutside, checkPriorities, checkRules } from "../routing/listener-rule";
import { checkAlarms } from "../shared/alarms";
import { checkNames, planNames } from "../shared/domain";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { checkLogs } from "../shared/logs";
import { checkName } from "../shared/names";
import { checkNetworkAccess, checkSubnets } from "../shared/placement";
import { checkTls } from "../shared/tls";
import { type TargetGroupArgs } from "../target-group/target-group-args";
import { checkSharedGroups } from "../target-group/auto-scaling-group-target";
import { checkSwitchovers } from "../target-group/switchover-checks";
import { checkTargetGroup } from "../target-group/target-group-checks";
import { ApplicationProtocol } from "./application-listener-args";
import { planListeners, type PlannedListener } from "./application-listener-plan";
import {
  ApplicationAddressType,
  DesyncMode,
  ForwardedForMode,
  type ApplicationLoadBalancerArgs,
} from "./application-load-balancer-args";
import { checkHeaders } from "./headers";
import { checkMutualTls } from "../shared/mutual-tls";

const type = LoadBalancerType.Application;

/** Throws every mistake in the arguments of an Application Load Balancer at once. */
export function checkApplicationLoadBalancer(name: string, args: ApplicationLoadBalancerArgs): void {
  const checks = new Checks("ApplicationLoadBalancer", name);
  const pairs = args.blueGreen ?? {};
  const targetGroups = { ...args.targetGroups, ...pairTargetGroups(pairs) };
  checkName(checks, "name", name);
  if (args.place !== undefined) {
    checkPlace(checks, args.place);
  }
  checkSubnets(checks, "subnetIds", args.subnetIds);
  checkNetworkAccess(checks, args);
  checkAttributes(checks, args);
  for (const [key, targetGroup] of Object.entries(args.targetGroups ?? {})) {
    checkGroup(checks, `targetGroups.${key}`, key, targetGroup, args);
  }
  for (const [key, pair] of Object.entries(pairs)) {
    checkName(checks, `blueGreen.${key}`, key);
    checkBlueGreen(checks, `blueGreen.${key}`, key, pair);
    checkGroup(checks, `blueGreen.${key}.blue`, `${key}-blue`, pair.blue, args);
    checkGroup(checks, `blueGreen.${key}.green`, `${key}-green`, pair.green, args);
  }
  checkTogether(checks, args);
  checkKeys(checks, args);
  checkBands(checks, "priorityBands", args.priorityBands ?? {});
  checkListeners(checks, args, { targetGroups, pairs: Object.keys(pairs) });
  checkLogs(checks, "logs", args.logs, type);
  checkAlarms(checks, "alarms", args.alarms, type);
  checks.done();
}

function checkGroup(
  checks: Checks,
  field: string,
  key: string,
  targetGroup: TargetGroupArgs,
  args: ApplicationLoadBalancerArgs,
): void {
  checkTargetGroup(checks, field, key, targetGroup, { type, vpcId: args.vpcId, crossZone: true });
}

function checkAttributes(checks: Checks, args: ApplicationLoadBalancerArgs): void {
  checks.oneOf("ipAddressType", args.ipAddressType, Object.values(ApplicationAddressType));
  checks.that(
    !(args.internal === true && args.ipAddressType === ApplicationAddressType.DualstackWithoutPublicIpv4),
    "ipAddressType",
    args.ipAddressType,
    `"${ApplicationAddressType.Ipv4}" or "${ApplicationAddressType.Dualstack}" when internal`,
    "an internal load balancer has no public addresses to leave out",
  );
  const withoutPublicIpv4 =
    args.internal === true || args.ipAddressType === ApplicationAddressType.DualstackWithoutPublicIpv4;
  checks.that(
    args.ipamPoolId === undefined || !withoutPublicIpv4,
    "ipamPoolId",
    args.ipamPoolId,
    `left out when internal and with ipAddressType "${ApplicationAddressType.DualstackWithoutPublicIpv4}"`,
    "remove it: the load balancer has no public IPv4 addresses",
  );
  checks.oneOf("desyncMode", args.desyncMode, Object.values(DesyncMode));
  checks.oneOf("forwardedForMode", args.forwardedForMode, Object.values(ForwardedForMode));
  checks.range("idleTimeoutSeconds", args.idleTimeoutSeconds, 1, 4000, "seconds");
  checks.range("clientKeepAliveSeconds", args.clientKeepAliveSeconds, 60, 604800, "seconds");
  checks.range("capacityUnits", args.capacityUnits, 1, 1000000);
  checks.that(
    args.allowRequestsWithoutWaf !== true || args.webAclArn !== undefined,
    "allowRequestsWithoutWaf",
    args.allowRequestsWithoutWaf,
    "left out without webAclArn",
    "pass the web ACL or remove this",
  );
}

/** What target groups must fit beside each other. */
function checkTogether(checks: Checks, args: ApplicationLoadBalancerArgs): void {
  const groups = Object.entries(args.targetGroups ?? {}).map(([key, group]) => [`targetGroups.${key}`, group] as const);
  const pairs = Object.entries(args.blueGreen ?? {}).flatMap(([key, { blue, green }]) => [
    [`blueGreen.${key}.blue`, blue] as const,
    [`blueGreen.${key}.green`, green] as const,
  ]);
  const fields = Object.fromEntries([...groups, ...pairs]);
  const ports = planListeners(args).map(({ port }) => port);
  checkSharedGroups(checks, fields);
  checkSwitchovers(checks, fields, {
    type,
    ports,
    certificate: planNames(args).certificate !== undefined,
    guarded: true,
  });
}

/** A key names one thing, and each target group is reached. */
function checkKeys(checks: Checks, args: ApplicationLoadBalancerArgs): void {
  const pairs = args.blueGreen ?? {};
  const pairGroups = Object.keys(pairTargetGroups(pairs));
  for (const key of Object.keys(args.targetGroups ?? {})) {
    checks.that(
      !(key in pairs) && !pairGroups.includes(key),
      `targetGroups.${key}`,
      key,
      "a key that no blue/green pair takes",
      "rename the target group",
    );
  }
  const used = planListeners(args)
    .flatMap(actionsOf)
    .flatMap((action) => (action === undefined ? [] : actionTargets(action, pairs)));
  checkReached(checks, "targetGroups", Object.keys(args.targetGroups ?? {}), used);
  const reachedPairs = Object.keys(pairs).filter((key) =>
    Object.values(pairKeys(key)).some((group) => used.includes(group)),
  );
  checkReached(checks, "blueGreen", Object.keys(pairs), reachedPairs);
}

function actionsOf(listener: PlannedListener): (ActionArgs | undefined)[] {
  return [listener.action, ...(listener.rules ?? []).map((rule) => rule.action)];
}

function checkListeners(
  checks: Checks,
  args: ApplicationLoadBalancerArgs,
  context: Pick<ActionContext, "targetGroups" | "pairs">,
): void {
  const listeners = planListeners(args);
  checkNames(
    checks,
    args,
    listeners.filter((listener) => listener.https),
  );
  const ports = listeners.map((listener) => listener.port);
  checks.that(
    listeners.length > 0,
    "listeners",
    args.listeners,
    "at least one",
    "leave it out for HTTPS on 443 and a redirect on 80",
  );
  checks.that(new Set(ports).size === ports.length, "listeners", ports, "ports that differ", "merge the listeners");
  listeners.forEach((listener, index) => {
    const field = args.listeners === undefined ? `the default listener on ${listener.port}` : `listeners[${index}]`;
    checks.range(`${field}.port`, listener.port, 1, 65535);
    checks.oneOf(`${field}.protocol`, listener.protocol, Object.values(ApplicationProtocol));
    if (listener.https) {
      checkHttps(checks, field, listener, args);
    } else {
      checkPlain(checks, field, listener);
    }
    checkHeaders(checks, field, listener.requestHeaders, listener.responseHeaders);
    const full = { ...context, type, https: listener.https };
    if (listener.action === undefined) {
      checks.problem(
        listener.https
          ? `${field}.defaultAction is missing, but there is not exactly one target group to forward to; name one.`
          : `${field}.defaultAction is missing, but there is no HTTPS listener to redirect to; add one or say what to do.`,
      );
    } else {
      checkAction(checks, `${field}.defaultAction`, listener.action, full);
    }
    checkRules(checks, `${field}.rules`, listener.rules ?? [], full);
    checkPriorities(checks, `${field}.rules`, listener.rules ?? []);
    checkOutside(checks, `${field}.rules`, listener.rules ?? [], args.priorityBands ?? {});
    if (!listener.https) {
      checkGrpc(checks, field, actionsOf(listener), context.targetGroups);
    }
  });
}

function checkHttps(checks: Checks, field: string, listener: PlannedListener, args: ApplicationLoadBalancerArgs): void {
  checkTls(checks, field, listener, planNames(args).certificate);
  if (listener.mutualTls !== undefined) {
    checkMutualTls(checks, `${field}.mutualTls`, listener.mutualTls, type);
  }
  checks.leftOut(`${field}.allowUnencrypted`, listener.allowUnencrypted, "on an HTTPS listener", "remove it");
}

function checkPlain(checks: Checks, field: string, listener: PlannedListener): void {
  for (const key of ["certificate", "extraCertificates", "tlsPolicy", "mutualTls", "requestHeaders"] as const) {
    checks.leftOut(`${field}.${key}`, listener[key], "on an HTTP listener", "remove it or set the protocol to HTTPS");
  }
  const actions = actionsOf(listener);
  checkUnencrypted(checks, `${field}.allowUnencrypted`, actions, listener.allowUnencrypted);
}
