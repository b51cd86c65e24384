import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { nameTag, type Tags } from "@groundwork/core";

/** One source that a fleet's instances listen to. */
export interface FleetIngress {
  /** The TCP port that the instances listen on. */
  port: number;

  /** The security group of whoever connects, such as a load balancer. */
  sourceSecurityGroupId: pulumi.Input<string>;
}

/**
 * Creates the fleet's security group, one rule resource for each way in, and one way out: HTTPS, for Session Manager and
 * packages.
 *
 * @param ingress The sources by name; the name becomes part of the rule's.
 */
export function createSecurityGroup(
  name: string,
  vpcId: pulumi.Input<string>,
  ingress: Record<string, FleetIngress>,
  tags: Tags | undefined,
  parent: pulumi.Resource,
): ec2.SecurityGroup {
  const group = new ec2.SecurityGroup(
    `${name}-security-group`,
    { vpcId, description: `The instances of the fleet ${name}`, tags: nameTag(name, tags) },
    { parent },
  );
  for (const [source, rule] of Object.entries(ingress)) {
    new vpc.SecurityGroupIngressRule(
      `${name}-from-${source}`,
      {
        securityGroupId: group.id,
        description: `${source} to port ${rule.port}`,
        ipProtocol: "tcp",
        fromPort: rule.port,
        toPort: rule.port,
        referencedSecurityGroupId: rule.sourceSecurityGroupId,
        tags: nameTag(`${name}-from-${source}`, tags),
      },
      { parent },
    );
  }
  new vpc.SecurityGroupEgressRule(
    `${name}-to-https`,
    {
      securityGroupId: group.id,
      description: "HTTPS to AWS services and package repositories",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
      tags: nameTag(`${name}-to-https`, tags),
    },
    { parent },
  );
  return group;
}
