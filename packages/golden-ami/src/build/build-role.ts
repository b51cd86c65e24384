import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { assumeRolePolicy, type Context, managedPolicyArn, nameTag, type Place } from "@groundwork/core";
import { type BuildInfrastructure } from "./infrastructure-args";

/** What a build instance needs: Image Builder's own policy, and Session Manager, through which Image Builder works on it. */
export const BUILD_POLICIES = {
  "image-builder": "EC2InstanceProfileForImageBuilder",
  "session-manager": "AmazonSSMManagedInstanceCore",
};

/** What the role is made of; whatever builds needs the policies in place. */
export interface BuildRole {
  role: iam.Role;
  profile: iam.InstanceProfile;
  policies: pulumi.Resource[];
}

/** Creates the role of the instances that AMIs are built and tested on. */
export function createBuildRole(
  { name, tags, parent }: Context,
  place: Place,
  { policyArns = {}, permissionsBoundaryArn }: BuildInfrastructure,
): BuildRole {
  const role = new iam.Role(
    `${name}-build-role`,
    {
      description: `The instances that build the AMI ${name}`,
      assumeRolePolicy: assumeRolePolicy("ec2"),
      permissionsBoundary: permissionsBoundaryArn,
      tags: nameTag(`${name}-build`, tags),
    },
    { parent },
  );
  const needed = Object.entries(BUILD_POLICIES).map(
    ([key, policy]) =>
      new iam.RolePolicyAttachment(
        `${name}-build-${key}-policy-attachment`,
        { role: role.name, policyArn: managedPolicyArn(place, policy) },
        { parent, aliases: [{ name: `${name}-build-${key}` }] },
      ),
  );
  const given = Object.entries(policyArns).map(
    ([key, policyArn]) =>
      new iam.RolePolicyAttachment(
        `${name}-build-${key}-policy-attachment`,
        { role: role.name, policyArn },
        { parent },
      ),
  );
  const profile = new iam.InstanceProfile(
    `${name}-build-instance-profile`,
    { role: role.name, tags: nameTag(`${name}-build`, tags) },
    { parent, aliases: [{ name: `${name}-build-profile` }] },
  );
  return { role, profile, policies: [...needed, ...given] };
}
