import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { type Context, HTTPS_EGRESS, nameTag } from "@groundwork/core";
import { type InstanceFleetArgs } from "./instance-fleet-args";

/**
 * Creates the fleet's security group, one rule resource for each way in, and one way out: HTTPS, for Session Manager and
 * packages.
 */
export function createSecurityGroup(
  { name, tags, parent }: Context,
  { vpcId, ingress = {} }: Pick<InstanceFleetArgs, "vpcId" | "ingress">,
): ec2.SecurityGroup {
  const group = new ec2.SecurityGroup(
    `${name}-security-group`,
    { vpcId, description: `The instances of the fleet ${name}`, tags: nameTag(name, tags) },
    { parent },
  );
  for (const [source, { port, sourceSecurityGroupId }] of Object.entries(ingress)) {
    new vpc.SecurityGroupIngressRule(
      `${name}-ingress-${source}`,
      {
        securityGroupId: group.id,
        description: pulumi.interpolate`${source} to port ${port}`,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        referencedSecurityGroupId: sourceSecurityGroupId,
        tags: nameTag(`${name}-from-${source}`, tags),
      },
      { parent, aliases: [{ name: `${name}-from-${source}` }] },
    );
  }
  new vpc.SecurityGroupEgressRule(
    `${name}-egress-https`,
    { ...HTTPS_EGRESS, securityGroupId: group.id, tags: nameTag(`${name}-to-https`, tags) },
    { parent, aliases: [{ name: `${name}-to-https` }] },
  );
  return group;
}
