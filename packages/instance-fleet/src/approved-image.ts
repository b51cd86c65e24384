/** A golden AMI's name: what stands between the slashes of its parameters. */
export const AMI_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/**
 * The image id that makes EC2 look up the approved AMI each time it launches an instance, so that an approval moves a
 * fleet without a deployment.
 *
 * @param amiName The golden AMI's name, such as `web`.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/using-systems-manager-parameters.html
 */
export function approvedImage(amiName: string): string {
  return `resolve:ssm:/golden-ami/${amiName}/approved`;
}
