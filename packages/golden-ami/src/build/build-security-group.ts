import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import { type Context, HTTPS_EGRESS, nameTag } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";

/** Creates the build instances' security group: nobody connects to them, and they reach HTTPS only. */
export function createBuildSecurityGroup(
  { name, tags, parent }: Context,
  { vpcId }: Pick<GoldenAmiPipelineArgs, "vpcId">,
): ec2.SecurityGroup {
  const group = new ec2.SecurityGroup(
    `${name}-build-security-group`,
    { vpcId, description: `The instances that build the AMI ${name}`, tags: nameTag(`${name}-build`, tags) },
    { parent },
  );
  new vpc.SecurityGroupEgressRule(
    `${name}-build-egress-https`,
    { ...HTTPS_EGRESS, securityGroupId: group.id, tags: nameTag(`${name}-build-to-https`, tags) },
    { parent, aliases: [{ name: `${name}-build-to-https` }] },
  );
  return group;
}
