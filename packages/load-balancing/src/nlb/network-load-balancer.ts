import { after, type Context, isPlain, mapInput, nameTag } from "@groundwork/core";
import * as ec2 from "@pulumi/aws/ec2";
import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { addressFamilies, type AddressFamily } from "../shared/address-family";
import { createAlarms } from "../shared/alarms";
import { createAliases } from "../shared/alias";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { createLogs } from "../shared/logs";
import { limitedName } from "../shared/names";
import { Transport } from "../shared/opening";
import { anyone } from "../shared/peer";
import { checkedSubnets } from "../shared/placement";
import { prepareListeners } from "../shared/prepare-listeners";
import { get, mapValues } from "../shared/records";
import { createEgressRule, createSecurityGroup, type SecurityGroupResources } from "../shared/security-group";
import { onOff } from "../shared/texts";
import { admitNetworkLoadBalancer } from "../target-group/alb-target";
import { admitToAutoScalingGroups } from "../target-group/auto-scaling-group-target";
import { targetOpenings } from "../target-group/target-group-plan";
import { createEndpointService } from "./endpoint-service";
import { createNetworkListener } from "./network-listener";
import { isLogged, isQuic, listenerOpenings, planNetworkListeners } from "./network-listener-plan";
import { ClientRouting, NetworkAddressType, type NetworkLoadBalancerArgs } from "./network-load-balancer-args";
import { checkNetworkLoadBalancer } from "./network-load-balancer-checks";

/**
 * A Network Load Balancer with its security group, listeners, target groups, static addresses, logs and alarms.
 *
 * It always has a security group, because AWS lets none be added later; only QUIC listeners rule it out. Traffic from
 * PrivateLink passes the security group's rules, too.
 *
 * @example
 * new NetworkLoadBalancer("edge", {
 *   vpcId: network.vpcId,
 *   subnetIds: ["subnet-1", "subnet-2"],
 *   elasticIps: true,
 *   targetGroups: { web: { port: 443, albTarget: alb.asTarget() } },
 *   listeners: [{ port: 443 }],
 * });
 *
 * @throws ConfigError with all mistakes in the arguments, before any resource is registered.
 */
export class NetworkLoadBalancer extends pulumi.ComponentResource {
  /** The load balancer's ARN. It waits for the listeners, without which it serves nobody. */
  readonly loadBalancerArn: pulumi.Output<string>;
  /** The part of the ARN that names the load balancer in CloudWatch's metrics. */
  readonly arnSuffix: pulumi.Output<string>;
  /** The load balancer's own DNS name. */
  readonly dnsName: pulumi.Output<string>;
  /** The hosted zone of `dnsName`, for alias records. */
  readonly hostedZoneId: pulumi.Output<string>;
  /** The security group: targets admit it. The first, where several were given; undefined with a QUIC listener. */
  readonly securityGroupId?: pulumi.Output<string>;
  /** All of its security groups; none with a QUIC listener. */
  readonly securityGroupIds: pulumi.Output<string[]>;
  /** The Elastic IP addresses that were made, in the order of the subnets. */
  readonly elasticIpAddresses: pulumi.Output<string>[];
  /** The target groups' ARNs, by key. Each waits for the listeners, without which no target becomes healthy. */
  readonly targetGroupArns: Record<string, pulumi.Output<string>>;
  /** The listeners' ARNs, by port. */
  readonly listenerArns: Record<string, pulumi.Output<string>>;
  /** The name under which others make endpoints. Undefined without `endpointService`. */
  readonly endpointServiceName?: pulumi.Output<string>;

  /**
   * @param name The component's name: letters and digits, joined by single hyphens.
   * @param args What to make.
   * @param opts Pulumi's options.
   */
  constructor(name: string, args: NetworkLoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
    checkNetworkLoadBalancer(name, args);
    super("load-balancing:index:NetworkLoadBalancer", name, {}, opts);
    const { tags } = args;
    const crossZone = args.crossZone ?? true;
    const addressType = args.ipAddressType ?? NetworkAddressType.Ipv4;
    const families = addressFamilies(addressType === NetworkAddressType.Dualstack);
    const context = { parent: this, name, tags };
    const type = LoadBalancerType.Network;
    const listeners = planNetworkListeners(args);
    const quic = listeners.some(isQuic);

    const { group, egress } =
      quic || args.securityGroupIds !== undefined
        ? { group: undefined, egress: [] }
        : securityGroup(context, args, families);
    const securityGroupIds = quic ? [] : (args.securityGroupIds ?? (group === undefined ? [] : [group.id]));
    this.securityGroupIds = pulumi.output(securityGroupIds);
    if (!quic) {
      this.securityGroupId = this.securityGroupIds.apply((ids) => ids[0] ?? "");
    }
    const admission = { type, securityGroupId: this.securityGroupId };
    const reach = [...egress, ...admitToAutoScalingGroups(context, args.targetGroups, admission)];
    const elasticIps = args.elasticIps === true ? createElasticIps(context, args) : [];
    const own = limitedName(name, "load-balancer", `${name}-lb`);
    const loadBalancer = new lb.LoadBalancer(
      own.name,
      {
        loadBalancerType: type,
        internal: args.internal ?? false,
        ipAddressType: addressType,
        ...placement(name, args, elasticIps),
        securityGroups: securityGroupIds,
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: quic
          ? undefined
          : mapInput(args.allowPrivateLinkPastSecurityGroup ?? false, (past) => (past ? "off" : "on")),
        enableCrossZoneLoadBalancing: crossZone,
        dnsRecordClientRoutingPolicy: args.clientRouting ?? ClientRouting.AnyZone,
        enableDeletionProtection: args.deletionProtection ?? true,
        enableZonalShift: args.zonalShift ?? true,
        enablePrefixForIpv6SourceNat:
          addressType === NetworkAddressType.Dualstack ? onOff(args.ipv6SourceNatPrefix ?? false) : undefined,
        secondaryIpsAutoAssignedPerSubnet: args.secondaryAddresses ?? 0,
        minimumLoadBalancerCapacity:
          args.capacityUnits === undefined ? undefined : { capacityUnits: args.capacityUnits },
        ...createLogs(
          { ...context, type, accountId: args.place?.accountId ?? group?.ownerId },
          args.logs ?? { access: isLogged(listeners) },
        ),
        tags: nameTag(name, tags),
      },
      // AWS keeps a load balancer in its VPC. Its provider would change the subnets in place, which AWS then refuses:
      // https://github.com/pulumi/pulumi-aws/issues/1382
      { parent: this, replacementTrigger: args.vpcId, aliases: own.aliases },
    );
    const place = { loadBalancer, type, vpcId: args.vpcId, crossZone, reach };
    const prepared = prepareListeners({ ...context, ...place }, args, args.targetGroups);
    const { served, targetGroups, registrations, aliases } = prepared;
    const listenerContext = { ...served, routes: { type, targetGroups, pairs: {}, registrations } };
    const created = listeners.map((listener) => createNetworkListener(listenerContext, listener));
    const ready = created.map((listener) => listener.arn);
    this.loadBalancerArn = after(loadBalancer.arn, ready);

    createAliases(served, aliases, { loadBalancer, listeners: created, families });
    if (args.alarms !== undefined) {
      createAlarms(context, args.alarms, { type, loadBalancer, targetGroups, args: args.targetGroups, idle: [] });
    }
    if (args.endpointService !== undefined) {
      const served = { loadBalancerArn: this.loadBalancerArn, families };
      const service = createEndpointService(context, args.endpointService, served);
      this.endpointServiceName = service.serviceName;
    }

    this.arnSuffix = loadBalancer.arnSuffix;
    this.dnsName = loadBalancer.dnsName;
    this.hostedZoneId = loadBalancer.zoneId;
    this.elasticIpAddresses = elasticIps.map((address) => address.publicIp);
    this.targetGroupArns = mapValues(targetGroups, (targetGroup) => after(targetGroup.arn, ready));
    this.listenerArns = Object.fromEntries(
      created.map((listener, index) => [String(listeners[index]?.port), listener.arn]),
    );
    this.registerOutputs({
      loadBalancerArn: this.loadBalancerArn,
      arnSuffix: this.arnSuffix,
      dnsName: this.dnsName,
      hostedZoneId: this.hostedZoneId,
      securityGroupId: this.securityGroupId,
      securityGroupIds: this.securityGroupIds,
      elasticIpAddresses: this.elasticIpAddresses,
      targetGroupArns: this.targetGroupArns,
      listenerArns: this.listenerArns,
      endpointServiceName: this.endpointServiceName,
    });
  }

  /**
   * The ARN of a target group, for an Auto Scaling group, a service or anything else that registers targets.
   *
   * @param key The target group's key.
   * @throws ConfigError if there is no such target group.
   */
  targetGroupArn(key: string): pulumi.Output<string> {
    return get("NetworkLoadBalancer", "target group", this.targetGroupArns, key);
  }
}

function securityGroup(
  context: Context,
  args: NetworkLoadBalancerArgs,
  families: AddressFamily[],
): SecurityGroupResources {
  const groups = Object.values(args.targetGroups).filter(({ albTarget }) => albTarget === undefined);
  const { group, egress } = createSecurityGroup(context, {
    vpcId: args.vpcId,
    listeners: planNetworkListeners(args).flatMap(listenerOpenings),
    sources: args.sources ?? anyone(families),
    targets: groups.flatMap((targetGroup) => targetOpenings(targetGroup, LoadBalancerType.Network)),
    destinations: args.destinations ?? anyone(families),
  });
  for (const [key, { albTarget, port }] of Object.entries(args.targetGroups)) {
    if (albTarget !== undefined && port !== undefined) {
      const destination = { securityGroupId: albTarget.securityGroupId };
      const opening = { port, transport: Transport.Tcp };
      egress.push(createEgressRule(context, group, { opening, key: `alb-${key}`, destination }));
      if (albTarget.admit ?? true) {
        const own = { ...context, name: `${context.name}-${key}` };
        egress.push(admitNetworkLoadBalancer(own, albTarget, port, group.id));
      }
    }
  }
  return { group, egress };
}

/** An address for each subnet, named after the subnet where its id is known, so that reordering subnets moves none. */
function createElasticIps({ parent, name, tags }: Context, args: NetworkLoadBalancerArgs): ec2.Eip[] {
  const subnetIds = args.subnetIds !== undefined && isPlain(args.subnetIds) ? args.subnetIds : [];
  return subnetIds.map((subnetId, index) => {
    const key = typeof subnetId === "string" ? subnetId : String(index + 1);
    return new ec2.Eip(
      `${name}-elastic-ip-${key}`,
      { domain: "vpc", tags: nameTag(`${name}-${key}`, tags) },
      { parent, protect: args.protectElasticIps ?? true, aliases: [{ name: `${name}-eip-${key}` }] },
    );
  });
}

/** Where the load balancer is, and with which addresses. */
function placement(
  name: string,
  args: NetworkLoadBalancerArgs,
  elasticIps: ec2.Eip[],
): Pick<lb.LoadBalancerArgs, "subnets" | "subnetMappings"> {
  if (args.subnetMappings !== undefined) {
    return { subnetMappings: args.subnetMappings };
  }
  const subnetIds = args.subnetIds ?? [];
  if (isPlain(subnetIds) && elasticIps.length > 0) {
    return {
      subnetMappings: subnetIds.map((subnetId, index) => ({ subnetId, allocationId: elasticIps[index]?.allocationId })),
    };
  }
  return { subnets: checkedSubnets("NetworkLoadBalancer", name, subnetIds) };
}
