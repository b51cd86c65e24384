import type * as ec2 from "@pulumi/aws/ec2";
import * as imagebuilder from "@pulumi/aws/imagebuilder";
import { type Context, nameTag } from "@groundwork/core";
import { type BuildRole } from "./build-role";
import { DEFAULT_BUILD_INSTANCE_TYPE, type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";

/** What the infrastructure is made with. */
export interface InfrastructureContext extends Context {
  role: BuildRole;
  securityGroup: ec2.SecurityGroup;
}

/** Creates the description of the instances that AMIs are built and tested on. */
export function createInfrastructure(
  { name, role, securityGroup, tags, parent }: InfrastructureContext,
  args: GoldenAmiPipelineArgs,
): imagebuilder.InfrastructureConfiguration {
  return new imagebuilder.InfrastructureConfiguration(
    `${name}-infrastructure-configuration`,
    {
      description: `Where the AMI ${args.amiName} is built`,
      instanceProfileName: role.profile.name,
      instanceTypes: [args.instanceType ?? DEFAULT_BUILD_INSTANCE_TYPE],
      subnetId: args.subnetId,
      securityGroupIds: [securityGroup.id],
      instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      terminateInstanceOnFailure: true,
      snsTopicArn: args.notificationTopicArn,
      resourceTags: nameTag(`${name}-build`, tags),
      tags: nameTag(name, tags),
    },
    { parent, dependsOn: role.policies, aliases: [{ name: `${name}-infrastructure` }] },
  );
}
