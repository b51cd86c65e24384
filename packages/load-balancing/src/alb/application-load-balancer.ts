import { after, type Context, isPlain, nameTag } from "@groundwork/core";
import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { type PriorityBandArgs } from "../routing/priority-band-args";
import { createGuard, pairKeys, pairTargetGroups } from "../routing/blue-green";
import { addressFamilies, type AddressFamily } from "../shared/address-family";
import { claimPriorities } from "../routing/listener-rule";
import { createAlarms } from "../shared/alarms";
import { createAliases } from "../shared/alias";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { createLogs } from "../shared/logs";
import { limitedName } from "../shared/names";
import { type Opening, Transport } from "../shared/opening";
import { anyone, ANYWHERE } from "../shared/peer";
import { checkedSubnets } from "../shared/placement";
import { prepareListeners } from "../shared/prepare-listeners";
import { get, mapValues } from "../shared/records";
import { createEgressRule, createSecurityGroup, type SecurityGroupResources } from "../shared/security-group";
import { type AlbTargetArgs } from "../target-group/alb-target-args";
import { admitToAutoScalingGroups } from "../target-group/auto-scaling-group-target";
import { type TargetGroupArgs } from "../target-group/target-group-args";
import { targetOpenings } from "../target-group/target-group-plan";
import { createApplicationListener } from "./application-listener";
import { planListeners } from "./application-listener-plan";
import {
  ApplicationAddressType,
  DesyncMode,
  ForwardedForMode,
  type ApplicationLoadBalancerArgs,
  DEFAULT_IDLE_TIMEOUT_SECONDS,
  DEFAULT_CLIENT_KEEP_ALIVE_SECONDS,
} from "./application-load-balancer-args";
import { checkApplicationLoadBalancer } from "./application-load-balancer-checks";
import { associateWebAcl, onceMade } from "./web-acl";

/**
 * An Application Load Balancer with its security group, listeners, target groups, certificate, logs and alarms.
 *
 * Safe as it stands: HTTPS with a modern TLS policy and a redirect from HTTP, a security group that opens the listeners'
 * ports and the targets' and no more, logs of all kinds, invalid headers dropped, protected from deletion.
 *
 * @example
 * new ApplicationLoadBalancer("web", {
 *   vpcId: network.vpcId,
 *   subnetIds: network.publicSubnetIds,
 *   domain: { name: "www.example.com", hostedZoneId: zone.id },
 *   targetGroups: { app: { port: 8443 } },
 * });
 *
 * @throws ConfigError with all mistakes in the arguments, before any resource is registered.
 */
export class ApplicationLoadBalancer extends pulumi.ComponentResource {
  /** The load balancer's ARN. It waits for the listeners, without which it can be nobody's target, and for the web ACL. */
  readonly loadBalancerArn: pulumi.Output<string>;
  /** The part of the ARN that names the load balancer in CloudWatch's metrics. */
  readonly arnSuffix: pulumi.Output<string>;
  /** The load balancer's own DNS name. */
  readonly dnsName: pulumi.Output<string>;
  /** The hosted zone of `dnsName`, for alias records. */
  readonly hostedZoneId: pulumi.Output<string>;
  /** The security group: targets admit it. The first, where several were given. */
  readonly securityGroupId: pulumi.Output<string>;
  /** All of its security groups. */
  readonly securityGroupIds: pulumi.Output<string[]>;
  /** The target groups' ARNs, by key. Each waits for the listeners, without which no target becomes healthy. */
  readonly targetGroupArns: Record<string, pulumi.Output<string>>;
  /** The listeners' ARNs, by port. */
  readonly listenerArns: Record<string, pulumi.Output<string>>;
  /** This load balancer as the target of a Network Load Balancer: its `albTarget`. */
  readonly albTarget: AlbTargetArgs;
  /** The priorities of other teams' rules, as they were given: `ListenerRules` take them. */
  readonly priorityBands: Record<string, PriorityBandArgs>;
  /** The ARNs of the alarms that guard blue/green pairs, by the pair's key. */
  readonly guardAlarmArns: Record<string, pulumi.Output<string>>;

  /**
   * @param name The component's name: letters and digits, joined by single hyphens.
   * @param args What to make.
   * @param opts Pulumi's options.
   */
  constructor(name: string, args: ApplicationLoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
    checkApplicationLoadBalancer(name, args);
    super("load-balancing:index:ApplicationLoadBalancer", name, {}, opts);
    const subject = `ApplicationLoadBalancer "${name}"`;
    const { tags } = args;
    const pairs = args.blueGreen ?? {};
    const targetGroupArgs = { ...args.targetGroups, ...pairTargetGroups(pairs) };
    const listeners = planListeners(args);
    const addressType = args.ipAddressType ?? ApplicationAddressType.Ipv4;
    const families = addressFamilies(addressType !== ApplicationAddressType.Ipv4);
    const context = { parent: this, name, tags };
    const type = LoadBalancerType.Application;

    const { group, egress } =
      args.securityGroupIds === undefined
        ? securityGroup(context, args, targetGroupArgs, families)
        : { group: undefined, egress: [] };
    const securityGroupIds = args.securityGroupIds ?? (group === undefined ? [] : [group.id]);
    this.securityGroupIds = pulumi.output(securityGroupIds);
    this.securityGroupId = this.securityGroupIds.apply((ids) => ids[0] ?? "");
    const admission = { type, securityGroupId: this.securityGroupId };
    const reach = [...egress, ...admitToAutoScalingGroups(context, targetGroupArgs, admission)];
    const own = limitedName(name, "load-balancer", `${name}-lb`);
    const loadBalancer = new lb.LoadBalancer(
      own.name,
      {
        loadBalancerType: type,
        internal: args.internal ?? false,
        ipAddressType: addressType,
        ipamPools: args.ipamPoolId === undefined ? undefined : { ipv4IpamPoolId: args.ipamPoolId },
        subnets: checkedSubnets("ApplicationLoadBalancer", name, args.subnetIds),
        securityGroups: securityGroupIds,
        ...attributes(args),
        ...createLogs({ ...context, type, accountId: args.place?.accountId ?? group?.ownerId }, args.logs ?? {}),
        tags: nameTag(name, tags),
      },
      // AWS keeps a load balancer in its VPC. Its provider would change the subnets in place, which AWS then refuses:
      // https://github.com/pulumi/pulumi-aws/issues/1382
      { parent: this, replacementTrigger: args.vpcId, aliases: own.aliases },
    );
    const place = { loadBalancer, type, vpcId: args.vpcId, crossZone: true, reach };
    const prepared = prepareListeners({ ...context, ...place }, args, targetGroupArgs);
    const { served, targetGroups, registrations, aliases } = prepared;
    const listenerContext = { ...served, routes: { type, targetGroups, pairs, registrations } };
    const created = listeners.map((listener) => createApplicationListener(listenerContext, listener));
    created.forEach(({ listener }, index) => claimPriorities(listener.arn, subject, listeners[index]?.rules ?? []));

    const serving = created.flatMap(({ listener, rules }) => [listener, ...rules]);
    const { webAclArn } = args;
    const webAcl = webAclArn === undefined ? [] : [associateWebAcl(context, webAclArn, { loadBalancer, serving })];
    createAliases(served, aliases, { loadBalancer, listeners: [...serving, ...webAcl], families });
    if (args.alarms !== undefined) {
      const idle = Object.keys(pairTargetGroups(pairs));
      createAlarms(context, args.alarms, { type, loadBalancer, targetGroups, args: targetGroupArgs, idle });
    }

    const ready = serving.map((resource) => resource.arn);
    this.loadBalancerArn = onceMade(after(loadBalancer.arn, ready), webAcl);
    this.arnSuffix = loadBalancer.arnSuffix;
    this.dnsName = loadBalancer.dnsName;
    this.hostedZoneId = loadBalancer.zoneId;
    this.targetGroupArns = mapValues(targetGroups, (group) => after(group.arn, ready));
    this.listenerArns = Object.fromEntries(
      created.map(({ listener }, index) => [String(listeners[index]?.port), listener.arn]),
    );
    this.priorityBands = args.priorityBands ?? {};
    this.guardAlarmArns = mapValues(pairs, (pair, key) => {
      const keys = pairKeys(key);
      const blue = get(subject, "target group", targetGroups, keys.blue);
      const green = get(subject, "target group", targetGroups, keys.green);
      return createGuard({ ...context, name: `${name}-${key}` }, { pair, loadBalancer, blue, green }).arn;
    });
    this.albTarget = {
      loadBalancerArn: this.loadBalancerArn,
      listeners: listeners.map(({ port, https }) => ({ port, https })),
      securityGroupId: this.securityGroupId,
      admit: group !== undefined,
      vpcId: args.vpcId,
      crossZone: allAcrossZones(Object.values(targetGroupArgs)),
    };
    this.registerOutputs({
      loadBalancerArn: this.loadBalancerArn,
      arnSuffix: this.arnSuffix,
      dnsName: this.dnsName,
      hostedZoneId: this.hostedZoneId,
      securityGroupId: this.securityGroupId,
      securityGroupIds: this.securityGroupIds,
      targetGroupArns: this.targetGroupArns,
      listenerArns: this.listenerArns,
      albTarget: this.albTarget,
      priorityBands: this.priorityBands,
      guardAlarmArns: this.guardAlarmArns,
    });
  }

  /**
   * The ARN of a target group, for an Auto Scaling group, a service or anything else that registers targets.
   *
   * @param key The target group's key.
   * @throws ConfigError if there is no such target group.
   */
  targetGroupArn(key: string): pulumi.Output<string> {
    return get("ApplicationLoadBalancer", "target group", this.targetGroupArns, key);
  }

  /** This load balancer as the target of a Network Load Balancer: `albTarget: alb.asTarget()`. */
  asTarget(): AlbTargetArgs {
    return this.albTarget;
  }
}

function securityGroup(
  context: Context,
  args: ApplicationLoadBalancerArgs,
  targetGroups: Record<string, TargetGroupArgs>,
  families: AddressFamily[],
): SecurityGroupResources {
  const listeners = planListeners(args);
  const resources = createSecurityGroup(context, {
    vpcId: args.vpcId,
    listeners: listeners.map(({ port }): Opening => ({ port, transport: Transport.Tcp })),
    sources: args.sources ?? anyone(families),
    targets: Object.values(targetGroups).flatMap((targetGroup) =>
      targetOpenings(targetGroup, LoadBalancerType.Application),
    ),
    destinations: args.destinations ?? anyone(families),
  });
  const actions = listeners.flatMap(({ action, rules }) => [action, ...(rules ?? []).map((rule) => rule.action)]);
  if (actions.some((action) => action?.oidc ?? action?.cognito ?? action?.jwt)) {
    createEgressRule(context, resources.group, {
      opening: { port: 443, transport: Transport.Tcp },
      key: "identity-provider",
      destination: ANYWHERE.ipv4,
    });
  }
  return resources;
}

function attributes(args: ApplicationLoadBalancerArgs): Partial<lb.LoadBalancerArgs> {
  return {
    enableDeletionProtection: args.deletionProtection ?? true,
    dropInvalidHeaderFields: args.dropInvalidHeaders ?? true,
    desyncMitigationMode: args.desyncMode ?? DesyncMode.Defensive,
    xffHeaderProcessingMode: args.forwardedForMode ?? ForwardedForMode.Append,
    enableXffClientPort: args.forwardedForClientPort ?? false,
    preserveHostHeader: args.preserveHostHeader ?? false,
    enableTlsVersionAndCipherSuiteHeaders: args.tlsHeaders ?? false,
    enableHttp2: args.http2 ?? true,
    idleTimeout: args.idleTimeoutSeconds ?? DEFAULT_IDLE_TIMEOUT_SECONDS,
    clientKeepAlive: args.clientKeepAliveSeconds ?? DEFAULT_CLIENT_KEEP_ALIVE_SECONDS,
    enableZonalShift: args.zonalShift ?? true,
    enableWafFailOpen: args.allowRequestsWithoutWaf ?? false,
    minimumLoadBalancerCapacity: args.capacityUnits === undefined ? undefined : { capacityUnits: args.capacityUnits },
  };
}

/** Whether each target group's targets are reached from all zones. */
function allAcrossZones(targetGroups: TargetGroupArgs[]): pulumi.Input<boolean> {
  const settings = targetGroups.map(({ crossZone }) => crossZone ?? true);
  return settings.every(isPlain) ? settings.every(Boolean) : pulumi.all(settings).apply((all) => all.every(Boolean));
}
