import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { nameTag, type Tags } from "@groundwork/core";

/** Creates the build instances' security group: nobody connects to them, and they reach HTTPS only. */
export function createBuildSecurityGroup(
  name: string,
  vpcId: pulumi.Input<string>,
  tags: Tags | undefined,
  parent: pulumi.Resource,
): ec2.SecurityGroup {
  const group = new ec2.SecurityGroup(
    `${name}-build-security-group`,
    { vpcId, description: `The instances that build the AMI ${name}`, tags: nameTag(`${name}-build`, tags) },
    { parent },
  );
  new vpc.SecurityGroupEgressRule(
    `${name}-build-to-https`,
    {
      securityGroupId: group.id,
      description: "HTTPS to AWS services and package repositories",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
      tags: nameTag(`${name}-build-to-https`, tags),
    },
    { parent },
  );
  return group;
}
