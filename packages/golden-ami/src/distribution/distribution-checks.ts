import {
  checkOrganizations,
  checkOtherAccounts,
  type Checks,
  isPlain,
  partitionOf,
  type SharedWith,
} from "@groundwork/core";
import { checkNoApproval } from "../approval/approved-tag";
import { Platform, systemOf } from "../recipe/operating-system";
import { distributionStatements } from "./distribution-permissions";
import { checkHandovers, checkLaunchTemplateId } from "./handover-checks";
import {
  BUILD_DATE,
  DEFAULT_PARALLEL_LAUNCHES,
  type DistributionInputs,
  type ImageDistribution,
} from "./distribution-args";
import { checkPolicySize } from "./policy-size-check";

/** The alias of the key that AWS manages for EBS. */
const AWS_MANAGED_KEY = /(^|:)alias\/aws\/ebs$/;

/** @see https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_LaunchPermissionConfiguration.html */
const MAX_ORGANIZATIONS = 25;

/** An AMI's name, as Image Builder takes it. */
const AMI_NAME_PATTERN = /^[-_A-Za-z0-9{][-_A-Za-z0-9\s:{}]{0,125}[-_A-Za-z0-9}]$/;
const HAS_BUILD_DATE = /\{\{\s*imagebuilder:buildDate\s*\}\}/;

/** Records what is wrong with where a pipeline's AMIs go. */
export function checkDistributions(checks: Checks, args: DistributionInputs): void {
  const { place, distributions } = args;
  if (distributions === undefined) {
    return;
  }
  const regions = distributions.map(({ region }) => region);
  checks.different("distributions", regions, "different Regions", "join the entries of one");
  checks.that(
    regions.includes(place.region),
    "distributions",
    regions,
    `a list with ${place.region}, the Region that builds, among others`,
    "add it: Image Builder distributes nothing without its own Region",
  );
  distributions.forEach((each, index) => checkDistribution(checks, each, `distributions[${index}]`, args));
  checkPolicySize(checks, "distributions", distributionStatements(args));
}

function checkDistribution(checks: Checks, each: ImageDistribution, field: string, args: DistributionInputs): void {
  const { place } = args;
  const { region, targetAccountIds, accountIds, amiNamePattern, description } = each;
  const partition = partitionOf(place.region);
  if (checks.region(`${field}.region`, region)) {
    checks.that(
      partitionOf(region) === partition,
      `${field}.region`,
      region,
      `a Region of the partition ${partition}`,
      "drop it: nothing is copied between partitions",
    );
  }
  checkKey(checks, each, field, args);
  checkOtherAccounts(checks, `${field}.targetAccountIds`, targetAccountIds, place, "the pipeline's");
  checkOtherAccounts(checks, `${field}.accountIds`, accountIds, place, "the pipeline's");
  checkOrganizations(checks, place, each, `${field}.`);
  for (const key of ["organizationArns", "organizationalUnitArns"] as const satisfies readonly (keyof SharedWith)[]) {
    const count = each[key]?.length ?? 0;
    checks.that(
      count <= MAX_ORGANIZATIONS,
      `${field}.${key}`,
      `${count} ARNs`,
      "at most 25",
      "name what contains them",
    );
  }
  if (
    checks.matches(
      `${field}.amiNamePattern`,
      amiNamePattern,
      AMI_NAME_PATTERN,
      "up to 127 letters, digits, spaces, colons, underscores and hyphens",
      `write it like web-${BUILD_DATE}`,
    )
  ) {
    checks.matches(
      `${field}.amiNamePattern`,
      amiNamePattern,
      HAS_BUILD_DATE,
      "a name with the date of the build in it",
      `add ${BUILD_DATE}: AWS refuses a second AMI of one name`,
    );
  }
  checks.matches(
    `${field}.description`,
    description,
    /^[^]{1,1024}$/,
    "a text of 1 to 1024 characters",
    "say what it is",
  );
  checkTags(checks, each, field);
  checkFastLaunch(checks, each, `${field}.fastLaunch`, args);
  checkHandovers(checks, each, field, place);
}

/** A copy without a key of its Region gets AWS's own, which nobody else can use, and fails or is useless hours later. */
function checkKey(checks: Checks, each: ImageDistribution, path: string, args: DistributionInputs): void {
  const { region, keyArn, targetAccountIds, ...sharing } = each;
  const { place } = args;
  const field = `${path}.keyArn`;
  const builds = region === place.region;
  if (builds && targetAccountIds === undefined) {
    checks.leftOut(field, keyArn, "in the Region that builds, without targetAccountIds", "set the pipeline's keyArn");
  } else if (!builds) {
    const fix = "pass the keyArn of an EncryptionKey there, or for a replica its replicaKeyArns";
    checks.that(keyArn !== undefined, field, keyArn, `the ARN of a key in ${region}`, fix);
  }
  const isShared =
    targetAccountIds !== undefined ||
    [sharing.accountIds, sharing.organizationArns, sharing.organizationalUnitArns].some((one) => one !== undefined);
  const used = keyArn ?? (builds ? args.keyArn : undefined);
  if (used === undefined || !isPlain(used)) {
    return;
  }
  const name = keyArn === undefined ? "keyArn" : field;
  if (AWS_MANAGED_KEY.test(used)) {
    checks.that(
      !isShared,
      name,
      used,
      "a customer-managed key for an AMI that is shared or copied",
      "pass the keyArn of an EncryptionKey: nobody else can use aws/ebs",
    );
  }
  if (keyArn !== undefined && !(AWS_MANAGED_KEY.test(used) && isShared)) {
    checks.matches(
      field,
      used,
      new RegExp(`^arn:${partitionOf(region)}:kms:${region}:\\d{12}:key/[\\w-]+$`),
      `the ARN of a key in ${region}, by its id`,
      "pass the keyArn of an EncryptionKey there, or for a replica its replicaKeyArns",
    );
  }
}

function checkTags(checks: Checks, { amiTags }: ImageDistribution, field: string): void {
  const keys = amiTags === undefined || !isPlain(amiTags) ? [] : Object.keys(amiTags);
  checks.that(
    keys.length <= 50 && !keys.some((key) => /^aws:/i.test(key) || key.length > 128 || key === ""),
    `${field}.amiTags`,
    amiTags,
    "at most 50 tags, whose keys have 1 to 128 characters and do not begin with aws:",
    "rename or drop some",
  );
  keys.forEach((key) => checkNoApproval(checks, `${field}.amiTags`, key));
}

function checkFastLaunch(
  checks: Checks,
  { fastLaunch }: ImageDistribution,
  field: string,
  args: DistributionInputs,
): void {
  if (fastLaunch === undefined) {
    return;
  }
  const { name, platform } = systemOf(args);
  if (platform !== Platform.Windows) {
    checks.leftOut(field, fastLaunch, `for ${name}`, "only Windows has snapshots prepared");
  }
  checks.range(`${field}.snapshotCount`, fastLaunch.snapshotCount, 1, 10_000);
  checks.range(`${field}.maxParallelLaunches`, fastLaunch.maxParallelLaunches, DEFAULT_PARALLEL_LAUNCHES, 10_000);
  const { launchTemplateId, launchTemplateVersion } = fastLaunch;
  if (launchTemplateId === undefined) {
    checks.leftOut(
      `${field}.launchTemplateVersion`,
      launchTemplateVersion,
      "without launchTemplateId",
      "name the launch template, too",
    );
  } else {
    checkLaunchTemplateId(checks, `${field}.launchTemplateId`, launchTemplateId);
  }
}
