import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { assumeRolePolicy, type Context, managedPolicyArn, nameTag } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";

/** What a build instance needs: Image Builder's own policy, and Session Manager, through which Image Builder works on it. */
const MANAGED_POLICIES = {
  "image-builder": "EC2InstanceProfileForImageBuilder",
  "session-manager": "AmazonSSMManagedInstanceCore",
};

/** What the role is made of; whatever builds needs the policies in place. */
export interface BuildRole {
  profile: iam.InstanceProfile;
  policies: pulumi.Resource[];
}

/** Creates the role of the instances that AMIs are built and tested on. */
export function createBuildRole(
  { name, tags, parent }: Context,
  { place }: Pick<GoldenAmiPipelineArgs, "place">,
): BuildRole {
  const role = new iam.Role(
    `${name}-build-role`,
    {
      description: `The instances that build the AMI ${name}`,
      assumeRolePolicy: assumeRolePolicy("ec2"),
      tags: nameTag(`${name}-build`, tags),
    },
    { parent },
  );
  const policies = Object.entries(MANAGED_POLICIES).map(
    ([key, policy]) =>
      new iam.RolePolicyAttachment(
        `${name}-build-${key}-policy-attachment`,
        { role: role.name, policyArn: managedPolicyArn(place, policy) },
        { parent, aliases: [{ name: `${name}-build-${key}` }] },
      ),
  );
  const profile = new iam.InstanceProfile(
    `${name}-build-instance-profile`,
    { role: role.name, tags: nameTag(`${name}-build`, tags) },
    { parent, aliases: [{ name: `${name}-build-profile` }] },
  );
  return { profile, policies };
}
