import { partitionOf, type Place } from "./place";

/** The parts of an ARN, beside its partition. */
export interface ArnParts {
  /** The service's namespace, such as `ec2`. */
  service: string;

  /** The Region, such as `eu-west-1`, or `*`. @default - none, as for services that are in no Region */
  region?: string;

  /** The account's id: twelve digits. @default - none, as for whatever AWS itself or anybody may own */
  accountId?: string;

  /** The resource, such as `snapshot/*`. */
  resource: string;
}

/** An ARN of a place's partition. */
export function arn(place: Place, { service, region = "", accountId = "", resource }: ArnParts): string {
  return `arn:${partitionOf(place.region)}:${service}:${region}:${accountId}:${resource}`;
}

/**
 * The ARN of something in an account's IAM.
 *
 * @param resource Such as `role/deployer`, or `root` for the account itself.
 * @param accountId The account, if it is not the place's own.
 */
export function iamArn(place: Place, resource: string, accountId = place.accountId): string {
  return arn(place, { service: "iam", accountId, resource });
}

/**
 * The ARN of an IAM policy that AWS manages.
 *
 * @param policy The policy's name, with its path where it has one, such as `service-role/AWSLambdaBasicExecutionRole`.
 */
export function managedPolicyArn(place: Place, policy: string): string {
  return iamArn(place, `policy/${policy}`, "aws");
}
