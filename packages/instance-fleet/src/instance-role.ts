import * as iam from "@pulumi/aws/iam";
import { assumeRolePolicy, type Context, managedPolicyArn, nameTag } from "@groundwork/core";
import { type InstanceFleetArgs } from "./instance-fleet-args";

/** The role that instances assume, and what hands it to them. */
export interface InstanceRole {
  role: iam.Role;
  profile: iam.InstanceProfile;
}

/**
 * Creates the role that instances assume, with Session Manager and nothing else, so that nobody needs a key pair or an open
 * port to get in.
 */
export function createInstanceRole(
  { name, tags, parent }: Context,
  { place }: Pick<InstanceFleetArgs, "place">,
): InstanceRole {
  const role = new iam.Role(
    `${name}-role`,
    {
      description: `The instances of the fleet ${name}`,
      assumeRolePolicy: assumeRolePolicy("ec2"),
      tags: nameTag(name, tags),
    },
    { parent },
  );
  new iam.RolePolicyAttachment(
    `${name}-session-manager-policy-attachment`,
    { role: role.name, policyArn: managedPolicyArn(place, "AmazonSSMManagedInstanceCore") },
    { parent, aliases: [{ name: `${name}-session-manager` }] },
  );
  const profile = new iam.InstanceProfile(
    `${name}-instance-profile`,
    { role: role.name, tags: nameTag(name, tags) },
    { parent },
  );
  return { role, profile };
}
