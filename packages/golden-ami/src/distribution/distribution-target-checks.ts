import { AMI_NAME, AMI_NAME_ALLOWED, checkPlace, Checks, partitionOf } from "@groundwork/core";
import { checkAutoScalingRoleNames } from "@groundwork/encryption";
import { type DistributionTargetArgs, regionsOf } from "./distribution-target-args";
import { targetStatements } from "./distribution-target-policies";
import { checkPolicySize } from "./policy-size-check";
import { checkLaunchTemplateId, checkParameterName } from "./handover-checks";

/**
 * Checks what an account is given.
 *
 * @throws ConfigError with every mistake.
 */
export function checkDistributionTarget(name: string, args: DistributionTargetArgs): void {
  const checks = new Checks("DistributionTarget", name);
  checkPlace(checks, args.place);
  checkSource(checks, args);
  checkKeys(checks, args);
  checkRegions(checks, args);
  checkWritten(checks, args);
  checkAutoScalingRoleNames(checks, args.autoScalingRoleNames);
  checkPolicySize(checks, "keys, amiNames, parameterNames, launchTemplates and regions", targetStatements(args));
  checks.done();
}

function checkSource(checks: Checks, { place, sourceAccountId, sourceRoleArns }: DistributionTargetArgs): void {
  if (checks.accountId("sourceAccountId", sourceAccountId)) {
    checks.that(
      sourceAccountId !== place.accountId,
      "sourceAccountId",
      sourceAccountId,
      "another account than the target",
      "drop the DistributionTarget: in its own account a pipeline needs none",
    );
  }
  checks.count(
    "sourceRoleArns",
    sourceRoleArns,
    1,
    Infinity,
    "at least one role",
    "leave it out for all of the account",
  );
  checks.different("sourceRoleArns", sourceRoleArns, "different roles", "name each once");
  for (const [index, arn] of (sourceRoleArns ?? []).entries()) {
    checks.matches(
      `sourceRoleArns[${index}]`,
      arn,
      new RegExp(`^arn:${partitionOf(place.region)}:iam::${sourceAccountId}:role/[\\w+=,.@/-]+\\*?$`),
      `the ARN of a role of the account ${sourceAccountId}, in which * may stand at the end`,
      "pass the executionRoleArn of its pipeline",
    );
  }
}

function checkKeys(checks: Checks, { place, keys }: DistributionTargetArgs): void {
  const partition = partitionOf(place.region);
  checks.count(
    "keys",
    keys,
    1,
    Infinity,
    "at least one key",
    "name that of the AMIs: without it, nothing can be copied",
  );
  const names = keys.map(({ name }) => name);
  checks.different("keys", names, "keys of different names", "rename one");
  const arns = keys.map(({ keyArn }) => keyArn);
  checks.different("keys", arns, "different keys", "name each once");
  for (const [index, { name, keyArn, region = place.region }] of keys.entries()) {
    const field = `keys[${index}]`;
    checks.matches(`${field}.name`, name, AMI_NAME, AMI_NAME_ALLOWED, "pass a name like images");
    if (checks.region(`${field}.region`, region)) {
      checks.matches(
        `${field}.keyArn`,
        keyArn,
        new RegExp(`^arn:${partition}:kms:${region}:\\d{12}:key/[\\w-]+$`),
        `the ARN of a key in ${region}, by its id`,
        "pass the keyArn of an EncryptionKey: aws/ebs cannot be shared",
      );
    }
  }
}

function checkRegions(checks: Checks, args: DistributionTargetArgs): void {
  const partition = partitionOf(args.place.region);
  const regions = regionsOf(args);
  checks.count("regions", args.regions, 1, Infinity, "at least one Region", "leave it out for that of place");
  checks.different("regions", regions, "different Regions", "name each once");
  for (const [index, region] of regions.entries()) {
    if (checks.region(`regions[${index}]`, region)) {
      const allowed = `a Region of the partition ${partition}`;
      checks.that(partitionOf(region) === partition, `regions[${index}]`, region, allowed, "drop it");
    }
  }
}

function checkWritten(checks: Checks, args: DistributionTargetArgs): void {
  const { place, amiNames = [], parameterNames = [], launchTemplates = [] } = args;
  checks.different("amiNames", amiNames, "different AMIs", "name each once");
  for (const [index, amiName] of amiNames.entries()) {
    checks.matches(`amiNames[${index}]`, amiName, AMI_NAME, AMI_NAME_ALLOWED, "pass a name like web");
  }
  checks.different("parameterNames", parameterNames, "different parameters", "name each once");
  for (const [index, name] of parameterNames.entries()) {
    checkParameterName(checks, `parameterNames[${index}]`, name);
  }
  for (const [index, { launchTemplateId, region = place.region }] of launchTemplates.entries()) {
    const field = `launchTemplates[${index}]`;
    checkLaunchTemplateId(checks, `${field}.launchTemplateId`, launchTemplateId);
    checks.oneOf(`${field}.region`, region, regionsOf(args));
  }
}
