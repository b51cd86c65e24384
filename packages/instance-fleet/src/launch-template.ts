import * as ec2 from "@pulumi/aws/ec2";
import type * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { type Context, imageInParameter, mapInput, mergeTags, nameTag, rootVolume } from "@groundwork/core";
import { type FleetImage, type InstanceFleetArgs } from "./instance-fleet-args";

/** What a launch template is made with. */
export interface LaunchTemplateContext extends Context {
  securityGroup: ec2.SecurityGroup;
  profile: iam.InstanceProfile;
}

/** Creates the template that every instance of the fleet is launched from. */
export function createLaunchTemplate(
  { name, securityGroup, profile, parent, tags: own }: LaunchTemplateContext,
  args: InstanceFleetArgs,
): ec2.LaunchTemplate {
  const tags = nameTag(name, own);
  return new ec2.LaunchTemplate(
    `${name}-launch-template`,
    {
      description: `The instances of the fleet ${name}`,
      imageId: imageOf(args.image),
      instanceType: args.instanceType,
      updateDefaultVersion: true,
      iamInstanceProfile: { arn: profile.arn },
      // A hop limit of 1 keeps the credentials from containers and from whatever forwards packets.
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      monitoring: { enabled: true },
      blockDeviceMappings: [rootVolume(args)],
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [securityGroup.id],
        },
      ],
      tagSpecifications: [
        { resourceType: "instance", tags },
        { resourceType: "volume", tags: mergeTags(tags, args.volumeTags) },
        { resourceType: "network-interface", tags },
      ],
      tags,
    },
    { parent },
  );
}

function imageOf({ id, parameter }: FleetImage): pulumi.Input<string> | undefined {
  return id ?? (parameter === undefined ? undefined : mapInput(parameter, imageInParameter));
}
