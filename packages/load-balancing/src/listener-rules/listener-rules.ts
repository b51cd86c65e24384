import { after, type Context } from "@groundwork/core";
import * as pulumi from "@pulumi/pulumi";
import { ApplicationAddressType } from "../alb/application-load-balancer-args";
import { createRules } from "../routing/listener-rule";
import { addressFamilies } from "../shared/address-family";
import { createAliases } from "../shared/alias";
import { attachCertificates } from "../shared/certificate";
import { planNames } from "../shared/domain";
import { zoneProviders } from "../shared/hosted-zone";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { get, mapValues } from "../shared/records";
import { admitLoadBalancer } from "../shared/security-group";
import { createTargetGroup, type TargetGroupResources } from "../target-group/target-group";
import { targetOpenings } from "../target-group/target-group-plan";
import { type ListenerRulesArgs } from "./listener-rules-args";
import { checkedBand, checkListenerRules } from "./listener-rules-checks";
import { type KnownLoadBalancer, knownLoadBalancer } from "./look-up";

const type = LoadBalancerType.Application;

/**
 * What one team has on an Application Load Balancer that another stack owns: rules of one listener within a band of
 * priorities, target groups, certificates for its domains, and the names that lead there. Nothing of the owner's changes.
 *
 * @example
 * new ListenerRules("orders", {
 *   listenerArn: owner.requireOutput("listenerArn"),
 *   loadBalancer: { vpcId: owner.requireOutput("vpcId") },
 *   priorityBand: { from: 1000, to: 1999 },
 *   targetGroups: { app: { port: 8443 } },
 *   rules: [{ name: "orders", conditions: { paths: ["/orders/*"] }, action: { forward: "app" } }],
 * });
 *
 * @throws ConfigError with all mistakes in the arguments, before any resource is registered.
 */
export class ListenerRules extends pulumi.ComponentResource {
  /** The listener's ARN. */
  readonly listenerArn: pulumi.Output<string>;
  /** The rules' ARNs, by name. */
  readonly ruleArns: Record<string, pulumi.Output<string>>;
  /** The ARNs of the target groups that were made, by key. Each waits for the rules, without which no target becomes healthy. */
  readonly targetGroupArns: Record<string, pulumi.Output<string>>;

  /**
   * @param name The component's name: letters and digits, joined by single hyphens.
   * @param args What to make.
   * @param opts Pulumi's options.
   */
  constructor(name: string, args: ListenerRulesArgs, opts?: pulumi.ComponentResourceOptions) {
    checkListenerRules(name, args);
    super("load-balancing:index:ListenerRules", name, {}, opts);
    const context = { parent: this, name, tags: args.tags };
    const known = knownLoadBalancer(this, args);
    const listenerArn = known.listenerArn();

    // Requests go to another port only once it is open.
    const reach = admit(context, args, known);
    const groups = createTargetGroups(context, args, known, { listenerArn, reach });
    const targetGroups = mapValues(groups, ({ targetGroup }) => targetGroup);
    const zoned = { ...context, zoneProvider: zoneProviders(context) };
    const { certificate, aliases } = planNames({ domain: args.domain, aliases: args.aliases });
    const certificates = attachCertificates(zoned, listenerArn, {
      ...(certificate === undefined ? {} : { domain: certificate }),
      ...args.extraCertificates,
    });
    const existing = mapValues(args.targetGroupArns ?? {}, (arn) => ({ arn }));
    const place = { listenerArn, band: checkedBand(name, args) };
    const rules = createRules(context, place, args.rules, {
      type,
      targetGroups: { ...existing, ...targetGroups },
      pairs: {},
      registrations: mapValues(groups, ({ registrations }) => [...reach, ...registrations]),
    });
    if (aliases.length > 0) {
      const { ipAddressType = ApplicationAddressType.Ipv4 } = args.loadBalancer ?? {};
      createAliases(zoned, aliases, {
        loadBalancer: { dnsName: known.dnsName(), zoneId: known.hostedZoneId() },
        listeners: [...rules, ...certificates],
        families: addressFamilies(ipAddressType !== ApplicationAddressType.Ipv4),
      });
    }

    const ready = rules.map((rule) => rule.arn);
    this.listenerArn = listenerArn;
    this.ruleArns = Object.fromEntries(
      args.rules.map((rule, index) => [rule.name, ready[index] as pulumi.Output<string>]),
    );
    this.targetGroupArns = mapValues(targetGroups, (group) => after(group.arn, ready));
    this.registerOutputs({
      listenerArn: this.listenerArn,
      ruleArns: this.ruleArns,
      targetGroupArns: this.targetGroupArns,
    });
  }

  /**
   * The ARN of a target group, for an Auto Scaling group, a service or anything else that registers targets.
   *
   * @param key The target group's key.
   * @throws ConfigError if there is no such target group.
   */
  targetGroupArn(key: string): pulumi.Output<string> {
    return get("ListenerRules", "target group", this.targetGroupArns, key);
  }
}

/** The team's own target groups. */
function createTargetGroups(
  context: Context,
  args: ListenerRulesArgs,
  known: KnownLoadBalancer,
  { listenerArn, reach }: { listenerArn: pulumi.Output<string>; reach: pulumi.Resource[] },
): Record<string, TargetGroupResources> {
  // A listener's ARN is its load balancer's and an id.
  const loadBalancerId = listenerArn.apply((arn) => arn.slice(0, arn.lastIndexOf("/")));
  return mapValues(args.targetGroups ?? {}, (group, key) => {
    const vpcId = group.lambdaTarget === undefined ? known.vpcId() : "";
    const place = { type, vpcId, crossZone: true, reach, loadBalancerId };
    return createTargetGroup({ ...context, name: `${context.name}-${key}`, ...place }, group);
  });
}

/** The way to their targets. */
function admit(context: Context, args: ListenerRulesArgs, known: KnownLoadBalancer): pulumi.Resource[] {
  if (args.targetSecurityGroupId === undefined) {
    return [];
  }
  const openings = Object.values(args.targetGroups ?? {}).flatMap((group) => targetOpenings(group, type));
  const sides = { loadBalancer: known.securityGroupId(), targets: args.targetSecurityGroupId };
  return admitLoadBalancer(context, openings, sides);
}
