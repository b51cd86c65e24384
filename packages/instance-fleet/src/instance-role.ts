import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { nameTag, type Tags } from "@groundwork/core";

/** Session Manager, patching and inventory, so that nobody needs a key pair or an open port to get in. */
const SESSION_MANAGER = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";

/** Creates the role that instances assume, with Session Manager and nothing else, and its instance profile. */
export function createInstanceRole(
  name: string,
  tags: Tags | undefined,
  parent: pulumi.Resource,
): { role: iam.Role; profile: iam.InstanceProfile } {
  const role = new iam.Role(
    `${name}-role`,
    {
      description: `The instances of the fleet ${name}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
      tags: nameTag(name, tags),
    },
    { parent },
  );
  new iam.RolePolicyAttachment(`${name}-session-manager`, { role: role.name, policyArn: SESSION_MANAGER }, { parent });
  const profile = new iam.InstanceProfile(
    `${name}-instance-profile`,
    { role: role.name, tags: nameTag(name, tags) },
    { parent },
  );
  return { role, profile };
}
