import { checkOtherAccounts, checkPlace, Checks, isPlain, partitionOf } from "@groundwork/core";
import { AUTO_SCALING_ROLE_NAME, type EncryptionKeyArgs, KeyService } from "./encryption-key-args";
import { keyStatements } from "./key-policy";

/** An alias of one's own: `alias/aws/` is AWS's. */
const ALIAS = /^alias\/(?!aws\/)[\w/-]{1,250}$/;

/** A role of Auto Scaling's, whose name has at most 64 characters, like any role's. */
const AUTO_SCALING_ROLE = /^AWSServiceRoleForAutoScaling(_[\w+=,.@-]{1,35})?$/;

const ORGANIZATION = /^o-[a-z0-9]{10,32}$/;

/** The longest key policy, in bytes. */
const LONGEST_POLICY = 32_768;

/**
 * Checks a key's arguments.
 *
 * @throws ConfigError with every mistake.
 */
export function checkEncryptionKey(name: string, args: EncryptionKeyArgs): void {
  const checks = new Checks("EncryptionKey", name);
  checkPlace(checks, args.place);
  checks.matches("description", args.description, /^[^]{1,8192}$/, "a text of 1 to 8192 characters", "say what for");
  checkPrincipals(checks, args, "administratorArns");
  checkPrincipals(checks, args, "userArns");
  checkServices(checks, args);
  checkOthers(checks, args);
  checkReplicas(checks, args);
  checks.matches(
    "aliasName",
    args.aliasName,
    ALIAS,
    "alias/ and up to 250 letters, digits, slashes, underscores and hyphens, not beginning with aws/",
    "write it like alias/volumes",
  );
  checks.range("deletionWindowDays", args.deletionWindowDays, 7, 30, "days");
  checks.range("rotationDays", args.rotationDays, 90, 2560, "days");
  checks.done();
}

/** A policy that names nobody, everybody, or somebody of another partition, is refused by AWS or lets too many in. */
function checkPrincipals(checks: Checks, args: EncryptionKeyArgs, field: "administratorArns" | "userArns"): void {
  const arns = args[field];
  const partition = partitionOf(args.place.region);
  checks.count(field, arns, 1, Infinity, "at least one ARN", "leave it out to leave it to the account's IAM policies");
  checks.different(field, arns, "different ARNs", "name each once");
  for (const [index, arn] of (arns !== undefined && isPlain(arns) ? arns : []).entries()) {
    checks.matches(
      `${field}[${index}]`,
      arn,
      new RegExp(`^arn:${partition}:iam::\\d{12}:(role|user)/[\\w+=,.@/-]+$`),
      `the ARN of a role or a user of the partition ${partition}`,
      "name it whole: a key policy takes no wildcard in it",
    );
  }
}

function checkServices(checks: Checks, { services = [], autoScalingRoleNames }: EncryptionKeyArgs): void {
  for (const [index, service] of services.entries()) {
    checks.oneOf(`services[${index}]`, service, Object.values(KeyService));
  }
  checks.different("services", services, "different services", "name each once");
  if (autoScalingRoleNames === undefined) {
    return;
  }
  checks.that(
    services.includes(KeyService.AutoScaling),
    "autoScalingRoleNames",
    autoScalingRoleNames,
    "left out without KeyService.AutoScaling",
    "add it to services",
  );
  checks.count(
    "autoScalingRoleNames",
    autoScalingRoleNames,
    1,
    Infinity,
    "at least one role",
    "leave it out for AWS's",
  );
  checkAutoScalingRoleNames(checks, autoScalingRoleNames);
}

/** Records what is wrong with the names of Auto Scaling's service-linked roles. */
export function checkAutoScalingRoleNames(checks: Checks, roleNames: string[] = []): void {
  checks.different("autoScalingRoleNames", roleNames, "different roles", "name each once");
  for (const [index, role] of roleNames.entries()) {
    checks.matches(
      `autoScalingRoleNames[${index}]`,
      role,
      AUTO_SCALING_ROLE,
      `${AUTO_SCALING_ROLE_NAME}, or that with an underscore and up to 35 characters`,
      "copy the role's name from IAM, without its path",
    );
  }
}

function checkOthers(checks: Checks, args: EncryptionKeyArgs): void {
  const { place, accountIds, organizationId } = args;
  checkOtherAccounts(checks, "accountIds", accountIds, place, "the key's");
  checks.matches(
    "organizationId",
    organizationId,
    ORGANIZATION,
    "an organization's id",
    "copy it from AWS Organizations: it begins with o-",
  );
  // The shortest that the policy can be: what is known only at deployment has no length yet.
  const shortest = { ...args, administratorArns: [], userArns: [], services: [] };
  const size = JSON.stringify(keyStatements(shortest, place.region)).length;
  checks.that(
    size <= LONGEST_POLICY,
    "accountIds",
    `${accountIds?.length} accounts`,
    `few enough for a policy of ${LONGEST_POLICY} bytes, where these make ${size}`,
    "share with the organization instead",
  );
}

function checkReplicas(checks: Checks, { place, multiRegion, replicaRegions }: EncryptionKeyArgs): void {
  if (replicaRegions === undefined) {
    return;
  }
  checks.that(
    multiRegion === true,
    "replicaRegions",
    replicaRegions,
    "left out without multiRegion",
    "set multiRegion on a new key: AWS cannot change a key into one",
  );
  checks.different("replicaRegions", replicaRegions, "different Regions", "name each once");
  for (const [index, region] of replicaRegions.entries()) {
    const field = `replicaRegions[${index}]`;
    const partition = partitionOf(place.region);
    checks.region(field, region);
    checks.that(region !== place.region, field, region, "another Region than the key's own", "drop it");
    checks.that(partitionOf(region) === partition, field, region, `a Region of the partition ${partition}`, "drop it");
  }
}
