import { Checks, isPlain } from "@groundwork/core";
import * as pulumi from "@pulumi/pulumi";
import { ApplicationProtocol } from "../alb/application-listener-args";
import { ApplicationAddressType } from "../alb/application-load-balancer-args";
import { checkReached } from "../routing/action-checks";
import { actionTargets } from "../routing/action-inputs";
import { checkGrpc, checkUnencrypted } from "../routing/encryption-checks";
import { checkPriorities, checkRules } from "../routing/listener-rule";
import { checkBand, claimBand, range } from "../routing/priority-band";
import { type PriorityBandArgs } from "../routing/priority-band-args";
import { checkNames } from "../shared/domain";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { checkName } from "../shared/names";
import { mapValues } from "../shared/records";
import { checkExtraCertificates } from "../shared/tls";
import { checkTargetGroup, checkWithoutLoadBalancer } from "../target-group/target-group-checks";
import { DEFAULT_PORT, type ListenerRulesArgs } from "./listener-rules-args";

const type = LoadBalancerType.Application;

/** All arguments. Whatever else is passed belongs to the load balancer's owner, or is misspelt. */
const ARGUMENTS: Record<keyof ListenerRulesArgs, true> = {
  listenerArn: true,
  port: true,
  loadBalancer: true,
  protocol: true,
  allowUnencrypted: true,
  priorityBand: true,
  rules: true,
  targetGroups: true,
  targetGroupArns: true,
  targetSecurityGroupId: true,
  domain: true,
  extraCertificates: true,
  aliases: true,
  tags: true,
};

/** Throws every mistake in the arguments of listener rules at once. */
export function checkListenerRules(name: string, args: ListenerRulesArgs): void {
  const checks = new Checks("ListenerRules", name);
  checkName(checks, "name", name);
  for (const [key, value] of Object.entries(args)) {
    if (!(key in ARGUMENTS) && value !== undefined) {
      checks.problem(
        `${key} is no argument of ListenerRules: a load balancer's own settings are its owner's alone; remove it.`,
      );
    }
  }
  checkPlace(checks, args);
  checkGroups(checks, args);
  checkRouting(checks, args);
  if (isPlain(args.priorityBand) && checkBand(checks, "priorityBand", args.priorityBand)) {
    checkPriorities(checks, "rules", args.rules, args.priorityBand);
    checkClaim(checks, name, args);
  }
  checks.done();
}

/** What must be known of the load balancer, or can be looked up. */
function checkPlace(checks: Checks, args: ListenerRulesArgs): void {
  const { loadBalancer = {} } = args;
  const forward = Object.values(args.targetGroups ?? {}).some(({ lambdaTarget }) => lambdaTarget === undefined);
  const named = args.domain !== undefined || (args.aliases ?? []).length > 0;
  const admits = args.targetSecurityGroupId !== undefined;
  const needs = [
    { field: "listenerArn", value: args.listenerArn, needed: true },
    { field: "loadBalancer.vpcId", value: loadBalancer.vpcId, needed: forward },
    { field: "loadBalancer.securityGroupId", value: loadBalancer.securityGroupId, needed: admits },
    { field: "loadBalancer.dnsName", value: loadBalancer.dnsName, needed: named },
    { field: "loadBalancer.hostedZoneId", value: loadBalancer.hostedZoneId, needed: named },
  ];
  for (const { field, value, needed } of needs) {
    checks.that(
      !needed || value !== undefined || loadBalancer.loadBalancerArn !== undefined,
      field,
      value,
      "what the load balancer's owner gives",
      "pass it, or loadBalancer.loadBalancerArn to have it looked up",
    );
  }
  checks.oneOf("loadBalancer.ipAddressType", loadBalancer.ipAddressType, Object.values(ApplicationAddressType));
  checks.range("port", args.port, 1, 65535);
  checks.that(
    args.port === undefined || args.listenerArn === undefined,
    "port",
    args.port,
    "left out beside listenerArn",
    "pass the listener or the port to look it up by",
  );
}

function checkGroups(checks: Checks, args: ListenerRulesArgs): void {
  const vpcId = args.loadBalancer?.vpcId ?? "";
  for (const [key, targetGroup] of Object.entries(args.targetGroups ?? {})) {
    checkTargetGroup(checks, `targetGroups.${key}`, key, targetGroup, { type, vpcId, crossZone: true });
    checkWithoutLoadBalancer(checks, `targetGroups.${key}`, targetGroup);
    checks.that(
      !(key in (args.targetGroupArns ?? {})),
      `targetGroupArns.${key}`,
      key,
      "a key that no target group of these rules has",
      "rename one of the two",
    );
  }
  const reachable = Object.values(args.targetGroups ?? {}).some(({ lambdaTarget }) => lambdaTarget === undefined);
  checks.that(
    args.targetSecurityGroupId === undefined || reachable,
    "targetSecurityGroupId",
    args.targetSecurityGroupId,
    "left out without a target group that is reached by a port",
    "remove it, or add the target group here",
  );
}

function checkRouting(checks: Checks, args: ListenerRulesArgs): void {
  checks.oneOf("protocol", args.protocol, Object.values(ApplicationProtocol));
  const https = args.protocol !== ApplicationProtocol.Http;
  const actions = args.rules.map(({ action }) => action);
  const targetGroups = { ...mapValues(args.targetGroupArns ?? {}, () => ({})), ...args.targetGroups };
  checks.that(args.rules.length > 0, "rules", args.rules, "at least one rule", "say which requests are this team's");
  checkRules(checks, "rules", args.rules, { targetGroups, pairs: [], type, https });
  const used = actions.flatMap((action) => actionTargets(action, {}));
  checkReached(checks, "targetGroups", Object.keys(args.targetGroups ?? {}), used);
  checkNames(checks, { domain: args.domain, aliases: args.aliases }, [{ extraCertificates: args.extraCertificates }]);
  checkExtraCertificates(checks, "extraCertificates", args.extraCertificates);
  checks.that(
    args.domain === undefined || args.extraCertificates?.["domain"] === undefined,
    "extraCertificates.domain",
    args.extraCertificates?.["domain"],
    "left out beside domain, whose certificate has that key",
    "rename it",
  );
  if (https) {
    checks.leftOut("allowUnencrypted", args.allowUnencrypted, "on an HTTPS listener", "remove it");
    return;
  }
  checkUnencrypted(checks, "allowUnencrypted", actions, args.allowUnencrypted);
  checkGrpc(checks, "rules", actions, targetGroups);
  for (const key of ["domain", "extraCertificates"] as const) {
    checks.leftOut(key, args[key], "on an HTTP listener", "remove it or set the protocol to HTTPS");
  }
}

/** Two components of one program must not have the same priorities of one listener. */
function checkClaim(checks: Checks, name: string, args: ListenerRulesArgs): void {
  const { listenerArn, priorityBand, loadBalancer, port = DEFAULT_PORT } = args;
  const arn = loadBalancer?.loadBalancerArn;
  const listener = listenerArn ?? (typeof arn === "string" ? `${arn} ${port}` : undefined);
  if (listener === undefined || !isPlain(priorityBand)) {
    return;
  }
  const other = claimBand(listener, { owner: `ListenerRules "${name}"`, band: priorityBand });
  checks.that(
    other === undefined,
    "priorityBand",
    priorityBand,
    `apart from ${other && range(other.band)}, which ${other?.owner} has on the same listener`,
    "give each its own priorities",
  );
}

/** A band that is known only at deployment, checked as soon as it is. */
export function checkedBand(
  name: string,
  { priorityBand, rules }: Pick<ListenerRulesArgs, "priorityBand" | "rules">,
): pulumi.Input<PriorityBandArgs> {
  if (isPlain(priorityBand)) {
    return priorityBand;
  }
  return pulumi.output(priorityBand).apply((band) => {
    const checks = new Checks("ListenerRules", name);
    if (checkBand(checks, "priorityBand", band)) {
      checkPriorities(checks, "rules", rules, band);
    }
    checks.done();
    return band;
  });
}
