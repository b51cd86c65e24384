import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";

/** A launch template of a target account that each new AMI makes a version of. */
export interface TargetLaunchTemplate {
  /** The launch template's id. */
  launchTemplateId: pulumi.Input<string>;

  /**
   * The Region that it is in, one of `regions`.
   *
   * @default - that of `place`
   */
  region?: string;
}

/** A key of AMIs that are distributed to an account, or of their copies there. */
export interface DistributedKey {
  /** What to call it, such as `images`: up to 63 lower-case letters, digits and hyphens. Its grants are named after it. */
  name: string;

  /**
   * The key, by ARN. It must admit the target account: `accountIds` or `organizationId` of `EncryptionKey`. Another key has its grant
   * before the old one's goes.
   */
  keyArn: pulumi.Input<string>;

  /**
   * The Region that it is in, such as `eu-west-1`.
   *
   * @default - that of the target's `place`
   */
  region?: string;
}

/** The arguments of {@link DistributionTarget}. */
export interface DistributionTargetArgs {
  /** The target account, and its Region. It must be another account than the source's. */
  place: Place;

  /** The account whose pipelines distribute here: twelve digits. */
  sourceAccountId: string;

  /**
   * The roles that these pipelines run under, by ARN, in which `*` stands for any text, such as
   * `arn:aws:iam::111122223333:role/web-ami-execution-role-*`: `executionRoleArn` of each `GoldenAmiPipeline`. They need not exist
   * yet.
   *
   * @default - whichever of the source account's roles its IAM policies let
   */
  sourceRoleArns?: string[];

  /**
   * The keys of the AMIs and of their copies, of every Region; of several pipelines all. Plain, because each that is not the target's
   * own is granted to Auto Scaling.
   */
  keys: DistributedKey[];

  /**
   * The golden AMIs that are distributed here, whose candidate parameters may be written, such as `web`.
   *
   * @default - none
   */
  amiNames?: string[];

  /**
   * Further SSM parameters that may be written, by name.
   *
   * @default - none
   */
  parameterNames?: string[];

  /**
   * The Regions that are distributed to.
   *
   * @default - that of `place`
   */
  regions?: string[];

  /**
   * The launch templates that may be updated.
   *
   * @default - none
   */
  launchTemplates?: TargetLaunchTemplate[];

  /**
   * The names of Auto Scaling's service-linked roles that launch the AMIs, each of which must exist: AWS makes the one without a
   * suffix with the account's first group. An empty list grants no key.
   *
   * @default - `AWSServiceRoleForAutoScaling`
   * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-service-linked-role.html
   */
  autoScalingRoleNames?: string[];

  /**
   * Keeps the copies here, and their snapshots, when the pipelines' lifecycle retires what they are copies of.
   *
   * @default false
   */
  keepCopies?: boolean;

  /**
   * Tags for the roles; a `Name` among them replaces the one that it has otherwise.
   *
   * @default - a `Name` tag only
   */
  tags?: Tags;
}

/** The Regions that are distributed to. */
export function regionsOf({ place, regions }: Pick<DistributionTargetArgs, "place" | "regions">): string[] {
  return regions ?? [place.region];
}
