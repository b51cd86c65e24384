import type * as pulumi from "@pulumi/pulumi";
import { candidateParameter, type Place, type Tags } from "@groundwork/core";
import { type SystemArgs } from "../recipe/operating-system";

/** The role in each target account that Image Builder copies under: AWS looks for this name. */
export const CROSS_ACCOUNT_ROLE_NAME = "EC2ImageBuilderDistributionCrossAccountRole";

/** What the name of an AMI must contain, because AWS refuses a second AMI of one name. */
export const BUILD_DATE = "{{ imagebuilder:buildDate }}";

/** An SSM parameter that the id of each new AMI is written to, in its Region. */
export interface ImageParameter {
  /** The parameter's name, such as `/golden-ami/web/candidate`. Nobody else may write it. */
  name: string;

  /**
   * The account that has the parameter: twelve digits, one of the Region's `targetAccountIds`, whose copy it names then.
   *
   * @default - the account that builds
   */
  accountId?: string;
}

/** A launch template that each new AMI makes a version of. A program that launches from the catalogue needs none. */
export interface DistributedLaunchTemplate {
  /** The launch template's id, in the distribution's Region. */
  launchTemplateId: pulumi.Input<string>;

  /**
   * The account that has the launch template: twelve digits, one of the Region's `targetAccountIds`.
   *
   * @default - the account that builds
   */
  accountId?: string;

  /**
   * Makes the new version the launch template's default.
   *
   * @default true
   */
  setDefault?: boolean;
}

/** The most instances that EC2 starts at once to prepare snapshots, unless told otherwise: AWS's own figure, and the fewest. */
export const DEFAULT_PARALLEL_LAUNCHES = 6;

/** The snapshots that EC2 keeps ready for a Windows AMI, unless told otherwise: AWS's own figure. */
export const DEFAULT_PREPARED_SNAPSHOTS = 5;

/** Snapshots that are kept ready, so that instances of a Windows AMI start faster. They cost as long as the AMI has them. */
export interface FastLaunch {
  /**
   * How many snapshots are kept ready, from 1 to 10000.
   *
   * @default 5
   * @see https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_FastLaunchSnapshotConfiguration.html
   */
  snapshotCount?: pulumi.Input<number>;

  /**
   * How many instances are started at once to prepare them, from 6 to 10000.
   *
   * @default 6
   * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableFastLaunch.html
   */
  maxParallelLaunches?: pulumi.Input<number>;

  /**
   * The launch template of these instances, by id, for a network of one's own.
   *
   * @default - the default network of the account
   */
  launchTemplateId?: pulumi.Input<string>;

  /**
   * The version of that launch template; with `launchTemplateId`.
   *
   * @default "$Default"
   */
  launchTemplateVersion?: pulumi.Input<string>;
}

/** What a Region gets of each new AMI. An update sends all of it: what a program leaves out is not done for the next AMI. */
export interface ImageDistribution {
  /** The Region, of the partition that builds. */
  region: string;

  /**
   * The KMS key of the copies in the Region, by ARN, in the Region. It must be left out in the Region that builds unless there are
   * `targetAccountIds`: there the AMI itself has the recipe's key, whatever stands here.
   *
   * @default - the pipeline's `keyArn` in the Region that builds; required in every other
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/cr-upd-ami-distribution-settings.html
   */
  keyArn?: pulumi.Input<string>;

  /**
   * Accounts that get a copy of their own, which they may launch whatever becomes of the original: twelve digits each. Each needs a
   * `DistributionTarget`, and the keys must admit it. Image Builder shares the AMI with them, too, because it cannot copy otherwise.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/cross-account-dist.html
   */
  targetAccountIds?: string[];

  /**
   * Other accounts that may launch the AMI without a copy: twelve digits each. The key must admit them: `accountIds` of
   * `EncryptionKey`.
   *
   * @default - none
   */
  accountIds?: string[];

  /**
   * Organizations whose accounts may launch the AMI, by ARN, at most 25. The key must admit them: `organizationId` of
   * `EncryptionKey`.
   *
   * @default - none
   */
  organizationArns?: string[];

  /**
   * Organizational units whose accounts may launch the AMI, by ARN, at most 25. The key must admit these accounts.
   *
   * @default - none
   */
  organizationalUnitArns?: string[];

  /**
   * The AMIs' name, which must contain `{{ imagebuilder:buildDate }}`: AWS refuses a second AMI of one name. At most 127
   * characters: letters, digits, spaces, colons, underscores and hyphens.
   *
   * @default - the golden AMI's name and the date of the build
   */
  amiNamePattern?: pulumi.Input<string>;

  /**
   * The AMIs' description, in up to 1024 characters.
   *
   * @default - that it is the golden AMI of this name
   */
  description?: pulumi.Input<string>;

  /**
   * Tags for the AMIs in the Region, beside the pipeline's; at most 50. They are no content: the next AMI has them.
   *
   * @default - the pipeline's
   */
  amiTags?: Tags;

  /**
   * The SSM parameters that the AMI's id is written to.
   *
   * @default - `/golden-ami/<name>/candidate`, in the account that builds and in each of `targetAccountIds`
   */
  parameters?: ImageParameter[];

  /**
   * The launch templates that each new AMI makes a version of, at most 100.
   *
   * @default - none
   */
  launchTemplates?: DistributedLaunchTemplate[];

  /**
   * Has a Windows AMI start faster, in the account that builds.
   *
   * @default - off for each new AMI
   */
  fastLaunch?: FastLaunch;

  /**
   * License Manager's configurations that apply to the AMIs, by ARN.
   *
   * @default - none
   */
  licenseConfigurationArns?: pulumi.Input<pulumi.Input<string>[]>;
}

/** The arguments that a pipeline's distribution follows from. */
export interface DistributionInputs extends SystemArgs {
  place: Place;
  amiName: string;
  keyArn: pulumi.Input<string>;
  distributions?: ImageDistribution[];
}

/** What each Region gets: the Region that builds alone, unless told otherwise. */
export function distributionsOf({
  place,
  distributions,
}: Pick<DistributionInputs, "place" | "distributions">): ImageDistribution[] {
  return distributions ?? [{ region: place.region }];
}

/** The parameters that a Region's AMI is written to. */
export function parametersOf(
  { targetAccountIds = [], parameters }: ImageDistribution,
  { amiName }: Pick<DistributionInputs, "amiName">,
): ImageParameter[] {
  const name = candidateParameter(amiName);
  return parameters ?? [{ name }, ...targetAccountIds.map((accountId) => ({ name, accountId }))];
}
