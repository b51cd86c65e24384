import { type Context, nameTag } from "@groundwork/core";
import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { type Opening, portRange } from "./opening";
import { type PeerArgs } from "./peer-args";

/** What a load balancer's security group opens. */
interface SecurityGroupPlan {
  vpcId: pulumi.Input<string>;
  /** The listeners' ports, and to whom they are open. */
  listeners: Opening[];
  sources: Record<string, PeerArgs>;
  /** The targets' ports, and where the targets are. */
  targets: Opening[];
  destinations: Record<string, PeerArgs>;
}

/** A load balancer's security group. */
export interface SecurityGroupResources {
  group: ec2.SecurityGroup;
  /** The rules that let it reach its targets. */
  egress: pulumi.Resource[];
}

/**
 * A security group that opens the listeners' ports to the sources and the targets' ports outward, and nothing else.
 *
 * Each rule is a resource of its own. Rules inside the group and rules beside it overwrite each other, so the group has
 * none inside.
 */
export function createSecurityGroup(context: Context, plan: SecurityGroupPlan): SecurityGroupResources {
  const { parent, name, tags } = context;
  const group = new ec2.SecurityGroup(
    `${name}-security-group`,
    { description: `Load balancer ${name}`, vpcId: plan.vpcId, tags: nameTag(name, tags) },
    { parent, aliases: [{ name: `${name}-sg` }] },
  );
  for (const opening of unique(plan.listeners)) {
    for (const [key, source] of Object.entries(plan.sources)) {
      const rule = `${name}-ingress-${label(opening)}-${key}`;
      const description = `Listener, from ${key}`;
      new vpc.SecurityGroupIngressRule(
        rule,
        { securityGroupId: group.id, description, ...portRange(opening), ...side(source), tags: nameTag(rule, tags) },
        { parent },
      );
    }
  }
  const egress = unique(plan.targets).flatMap((opening) =>
    Object.entries(plan.destinations).map(([key, destination]) =>
      createEgressRule(context, group, { opening, key, destination }),
    ),
  );
  return { group, egress };
}

/** A port of targets, and where they are. */
interface Egress {
  opening: Opening;
  /** A name for the destination, unique for the port. */
  key: string;
  destination: PeerArgs;
}

/** One rule that lets a load balancer reach a port of its targets. */
export function createEgressRule(
  { parent, name, tags }: Context,
  group: ec2.SecurityGroup,
  { opening, key, destination }: Egress,
): vpc.SecurityGroupEgressRule {
  const rule = `${name}-egress-${label(opening)}-${key}`;
  const description = `Targets, to ${key}`;
  return new vpc.SecurityGroupEgressRule(
    rule,
    { securityGroupId: group.id, description, ...portRange(opening), ...side(destination), tags: nameTag(rule, tags) },
    // Another group in the place of one is let in before the other is shut out.
    { parent, replaceOnChanges: ["referencedSecurityGroupId"] },
  );
}

/** The security groups on both sides of a load balancer's connections to its targets. */
interface Sides {
  loadBalancer: pulumi.Input<string>;
  targets: pulumi.Input<string>;
}

/** Lets a load balancer whose security group is made elsewhere reach its targets: out of its group and into theirs. */
export function admitLoadBalancer(
  { parent, name, tags }: Context,
  openings: Opening[],
  sides: Sides,
): pulumi.Resource[] {
  return unique(openings).flatMap((opening) => [
    new vpc.SecurityGroupEgressRule(
      `${name}-egress-${label(opening)}-targets`,
      {
        securityGroupId: sides.loadBalancer,
        description: `Targets of ${name}`,
        ...portRange(opening),
        referencedSecurityGroupId: sides.targets,
        tags: nameTag(name, tags),
      },
      { parent },
    ),
    new vpc.SecurityGroupIngressRule(
      `${name}-ingress-${label(opening)}-load-balancer`,
      {
        securityGroupId: sides.targets,
        description: `Load balancer in front of ${name}`,
        ...portRange(opening),
        referencedSecurityGroupId: sides.loadBalancer,
        tags: nameTag(name, tags),
      },
      { parent },
    ),
  ]);
}

function label(opening: Opening): string {
  return `${opening.transport}-${opening.port}`;
}

function side(peer: PeerArgs) {
  return {
    cidrIpv4: peer.cidrIpv4,
    cidrIpv6: peer.cidrIpv6,
    prefixListId: peer.prefixListId,
    referencedSecurityGroupId: peer.securityGroupId,
  };
}

function unique(openings: Opening[]): Opening[] {
  return [...new Map(openings.map((opening) => [label(opening), opening])).values()];
}
