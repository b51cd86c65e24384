import * as ec2 from "@pulumi/aws/ec2";
import type * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { mergeTags, nameTag } from "@groundwork/core";
import { approvedImage } from "./approved-image";
import { type InstanceFleetArgs } from "./instance-fleet";

/** The root device of Amazon Linux 2023. */
export const DEFAULT_ROOT_DEVICE_NAME = "/dev/xvda";

/** The root volume's size in GiB: Amazon Linux 2023's own. */
export const DEFAULT_ROOT_VOLUME_SIZE_GIB = 8;

/** Creates the template that every instance of the fleet is launched from. */
export function createLaunchTemplate(
  name: string,
  args: InstanceFleetArgs,
  securityGroup: ec2.SecurityGroup,
  profile: iam.InstanceProfile,
  parent: pulumi.Resource,
): ec2.LaunchTemplate {
  const tags = nameTag(name, args.tags);
  return new ec2.LaunchTemplate(
    `${name}-launch-template`,
    {
      description: `The instances of the fleet ${name}`,
      imageId: approvedImage(args.amiName),
      instanceType: args.instanceType,
      updateDefaultVersion: true,
      iamInstanceProfile: { arn: profile.arn },
      // A hop limit of 1 keeps the credentials from containers and from whatever forwards packets.
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      monitoring: { enabled: true },
      blockDeviceMappings: [
        {
          deviceName: args.rootDeviceName ?? DEFAULT_ROOT_DEVICE_NAME,
          ebs: {
            encrypted: "true",
            kmsKeyId: args.keyArn,
            volumeType: "gp3",
            volumeSize: args.rootVolumeSizeGiB ?? DEFAULT_ROOT_VOLUME_SIZE_GIB,
            deleteOnTermination: "true",
          },
        },
      ],
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
