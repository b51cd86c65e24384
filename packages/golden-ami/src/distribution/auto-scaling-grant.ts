import * as kms from "@pulumi/aws/kms";
import { type Context, iamArn, isPlain, type Place } from "@groundwork/core";
import { AUTO_SCALING_ROLE_NAME, autoScalingRoleArn, GRANTABLE_TO_AUTO_SCALING } from "@groundwork/encryption";
import { type DistributedKey } from "./distribution-target-args";

/**
 * Grants a key of another account to Auto Scaling's roles in this one, which that key's policy cannot name; without it, groups launch
 * nothing of what the key encrypts, and say only that the instance ended. A key of this account admits them by its policy.
 *
 * A grant is retired, which its own account may do, and not revoked, which takes a right of the key's that reaches everybody's grants.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export function createAutoScalingGrants(
  { name, parent }: Context,
  place: Place,
  key: DistributedKey,
  roleNames: string[],
): kms.Grant[] {
  if (isPlain(key.keyArn) && key.keyArn.split(":")[4] === place.accountId) {
    return [];
  }
  return roleNames.map((roleName) => {
    const suffix = roleName.slice(AUTO_SCALING_ROLE_NAME.length).replace("_", "-");
    return new kms.Grant(
      `${name}-${key.name}-auto-scaling${suffix}-grant`,
      {
        keyId: key.keyArn,
        granteePrincipal: autoScalingRoleArn(place, roleName),
        operations: GRANTABLE_TO_AUTO_SCALING,
        retiringPrincipal: iamArn(place, "root"),
        retireOnDelete: true,
        region: key.region ?? place.region,
      },
      { parent },
    );
  });
}
