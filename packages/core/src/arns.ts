import * as pulumi from "@pulumi/pulumi";

/** The parts of an ARN. */
export interface ArnParts {
  /** The service's namespace, such as `ec2`. */
  service: string;

  /** The Region, such as `eu-west-1`, or `*`. @default - none, as for services that are in no Region */
  region?: pulumi.Input<string>;

  /** The account's id: twelve digits. @default - none, as for whatever AWS itself or anybody may own */
  accountId?: pulumi.Input<string>;

  /** The resource, such as `snapshot/*`. */
  resource: pulumi.Input<string>;
}

/** An ARN of the partition `aws`. */
export function arn({ service, region = "", accountId = "", resource }: ArnParts): pulumi.Output<string> {
  return pulumi.interpolate`arn:aws:${service}:${region}:${accountId}:${resource}`;
}

/**
 * The ARN of an IAM policy that AWS manages.
 *
 * @param policy The policy's name, with its path where it has one, such as `service-role/AWSLambdaBasicExecutionRole`.
 */
export function managedPolicyArn(policy: string): string {
  return `arn:aws:iam::aws:policy/${policy}`;
}
