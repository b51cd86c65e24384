import { nameStem, nameTag } from "@groundwork/core";
import * as ec2 from "@pulumi/aws/ec2";
import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { createAlarms } from "../shared/alarms";
import { admitNetworkLoadBalancer } from "../target-group/alb-target";
import { createAliases } from "../shared/alias";
import { createCertificate } from "../shared/certificate";
import { createEndpointService } from "./endpoint-service";
import { createLogs } from "../shared/logs";
import { NAME_LIMIT } from "../shared/names";
import { createNetworkListener, isQuic, listenerOpenings, planNetworkListeners } from "./network-listener";
import { ClientRouting, NetworkAddressType, type NetworkLoadBalancerArgs } from "./network-load-balancer-args";
import { checkNetworkLoadBalancer } from "./network-load-balancer-checks";
import { anyone } from "../shared/peer";
import { checkedSubnets } from "../shared/placement";
import { after, lookUp, mapValues } from "../shared/records";
import { createEgressRule, createSecurityGroup } from "../shared/security-group";
import { createTargetGroup, targetOpenings } from "../target-group/target-group";

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
  /** The load balancer's ARN. */
  readonly loadBalancerArn: pulumi.Output<string>;
  /** The part of the ARN that names the load balancer in CloudWatch's metrics. */
  readonly arnSuffix: pulumi.Output<string>;
  /** The load balancer's own DNS name. */
  readonly dnsName: pulumi.Output<string>;
  /** The hosted zone of `dnsName`, for alias records. */
  readonly hostedZoneId: pulumi.Output<string>;
  /** The security group: targets admit it. Undefined with a QUIC listener. */
  readonly securityGroupId?: pulumi.Output<string>;
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
    const dualstack = addressType === NetworkAddressType.Dualstack;
    const listeners = planNetworkListeners(args);
    const quic = listeners.some(isQuic);

    const group = quic || args.securityGroupIds !== undefined ? undefined : securityGroup(this, name, args, dualstack);
    const securityGroupIds = quic ? [] : (args.securityGroupIds ?? (group === undefined ? [] : [group.id]));
    const elasticIps = args.elasticIps === true ? createElasticIps(this, name, args) : [];
    const loadBalancer = new lb.LoadBalancer(
      nameStem(`${name}-lb`, NAME_LIMIT),
      {
        loadBalancerType: "network",
        internal: args.internal ?? false,
        ipAddressType: addressType,
        ...placement(name, args, elasticIps),
        securityGroups: quic ? undefined : securityGroupIds,
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: quic
          ? undefined
          : args.allowPrivateLinkPastSecurityGroup === true
            ? "off"
            : "on",
        enableCrossZoneLoadBalancing: crossZone,
        dnsRecordClientRoutingPolicy: args.clientRouting ?? ClientRouting.AnyZone,
        enableDeletionProtection: args.deletionProtection ?? true,
        enableZonalShift: args.zonalShift ?? true,
        enablePrefixForIpv6SourceNat: args.ipv6SourceNatPrefix === true ? "on" : undefined,
        secondaryIpsAutoAssignedPerSubnet: args.secondaryAddresses,
        minimumLoadBalancerCapacity:
          args.capacityUnits === undefined ? undefined : { capacityUnits: args.capacityUnits },
        ...createLogs(this, name, args.logs ?? {}, true, group?.ownerId, tags),
        tags: nameTag(name, tags),
      },
      // AWS keeps a load balancer in its VPC. Its provider would change the subnets in place, which AWS then refuses:
      // https://github.com/pulumi/pulumi-aws/issues/1382
      { parent: this, replacementTrigger: args.vpcId },
    );
    const targetGroups = mapValues(args.targetGroups, (targetGroup, key) =>
      createTargetGroup(this, `${name}-${key}`, targetGroup, { network: true, vpcId: args.vpcId, crossZone }, tags),
    );
    const certificateArn =
      args.certificate === undefined ? undefined : createCertificate(this, name, args.certificate, tags);
    const created = listeners.map((listener) =>
      createNetworkListener(this, name, listener, loadBalancer, certificateArn, targetGroups, tags),
    );
    const ready = created.map((listener) => listener.arn);

    createAliases(this, name, args.aliases ?? [], loadBalancer, created, dualstack);
    if (args.alarms !== undefined) {
      createAlarms(this, name, args.alarms, { loadBalancer, targetGroups, unchecked: [], network: true }, tags);
    }
    if (args.endpointService !== undefined) {
      const arn = after(loadBalancer.arn, ready);
      const types = dualstack ? ["ipv4", "ipv6"] : ["ipv4"];
      const service = createEndpointService(this, name, args.endpointService, arn, types, tags);
      this.endpointServiceName = service.serviceName;
    }

    this.loadBalancerArn = loadBalancer.arn;
    this.arnSuffix = loadBalancer.arnSuffix;
    this.dnsName = loadBalancer.dnsName;
    this.hostedZoneId = loadBalancer.zoneId;
    const [firstGroupId] = securityGroupIds;
    if (firstGroupId !== undefined) {
      this.securityGroupId = pulumi.output(firstGroupId);
    }
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
    return lookUp("NetworkLoadBalancer", "target group", this.targetGroupArns, key);
  }
}

function securityGroup(
  parent: pulumi.Resource,
  name: string,
  args: NetworkLoadBalancerArgs,
  dualstack: boolean,
): ec2.SecurityGroup {
  const groups = Object.values(args.targetGroups);
  const group = createSecurityGroup(parent, name, {
    vpcId: args.vpcId,
    listeners: planNetworkListeners(args).flatMap(listenerOpenings),
    sources: args.sources ?? anyone(dualstack),
    targets: groups.filter(({ albTarget }) => albTarget === undefined).flatMap((plan) => targetOpenings(plan, true)),
    destinations: args.destinations ?? anyone(dualstack),
    tags: args.tags,
  });
  for (const [key, { albTarget, port }] of Object.entries(args.targetGroups)) {
    if (albTarget !== undefined && port !== undefined) {
      const destination = { securityGroupId: albTarget.securityGroupId };
      createEgressRule(parent, name, group.id, { port, transport: "tcp" }, `alb-${key}`, destination);
      if (albTarget.admit) {
        admitNetworkLoadBalancer(parent, `${name}-${key}`, albTarget, port, group.id);
      }
    }
  }
  return group;
}

/** An address for each subnet, named after the subnet where its id is known, so that reordering subnets moves none. */
function createElasticIps(parent: pulumi.Resource, name: string, args: NetworkLoadBalancerArgs): ec2.Eip[] {
  const subnetIds = Array.isArray(args.subnetIds) ? args.subnetIds : [];
  return subnetIds.map((subnetId, index) => {
    const key = typeof subnetId === "string" ? subnetId : String(index + 1);
    return new ec2.Eip(
      `${name}-eip-${key}`,
      { domain: "vpc", tags: nameTag(`${name}-${index + 1}`, args.tags) },
      { parent },
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
  if (Array.isArray(subnetIds) && elasticIps.length > 0) {
    return {
      subnetMappings: subnetIds.map((subnetId, index) => ({ subnetId, allocationId: elasticIps[index]?.allocationId })),
    };
  }
  return { subnets: checkedSubnets("NetworkLoadBalancer", name, subnetIds) };
}
