import { nameTag, type Tags } from "@groundwork/core";
import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { type PeerArgs } from "./peer";

/** The transport protocols of a security-group rule. */
export type Transport = "tcp" | "udp";

/** A port to open. */
export interface Opening {
  port: number;
  transport: Transport;
}

/** What a load balancer's security group opens. */
interface SecurityGroupPlan {
  vpcId: pulumi.Input<string>;
  /** The listeners' ports, and to whom they are open. */
  listeners: Opening[];
  sources: Record<string, PeerArgs>;
  /** The targets' ports, and where the targets are. */
  targets: Opening[];
  destinations: Record<string, PeerArgs>;
  tags: Tags | undefined;
}

/**
 * A security group that opens the listeners' ports to the sources and the targets' ports outward, and nothing else.
 *
 * Each rule is a resource of its own. Rules inside the group and rules beside it overwrite each other, so the group has
 * none inside.
 */
export function createSecurityGroup(parent: pulumi.Resource, name: string, plan: SecurityGroupPlan): ec2.SecurityGroup {
  const group = new ec2.SecurityGroup(
    `${name}-sg`,
    { description: `Load balancer ${name}`, vpcId: plan.vpcId, tags: nameTag(name, plan.tags) },
    { parent },
  );
  for (const opening of unique(plan.listeners)) {
    for (const [key, source] of Object.entries(plan.sources)) {
      new vpc.SecurityGroupIngressRule(
        `${name}-ingress-${label(opening)}-${key}`,
        { securityGroupId: group.id, description: `Listener, from ${key}`, ...ports(opening), ...side(source) },
        { parent },
      );
    }
  }
  for (const opening of unique(plan.targets)) {
    for (const [key, destination] of Object.entries(plan.destinations)) {
      createEgressRule(parent, name, group.id, opening, key, destination);
    }
  }
  return group;
}

/** One rule that lets a load balancer reach a port of its targets. */
export function createEgressRule(
  parent: pulumi.Resource,
  name: string,
  securityGroupId: pulumi.Input<string>,
  opening: Opening,
  key: string,
  destination: PeerArgs,
): void {
  new vpc.SecurityGroupEgressRule(
    `${name}-egress-${label(opening)}-${key}`,
    { securityGroupId, description: `Targets, to ${key}`, ...ports(opening), ...side(destination) },
    { parent },
  );
}

function label(opening: Opening): string {
  return `${opening.transport}-${opening.port}`;
}

function ports(opening: Opening) {
  return { ipProtocol: opening.transport, fromPort: opening.port, toPort: opening.port };
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
