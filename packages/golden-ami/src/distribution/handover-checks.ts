import type * as pulumi from "@pulumi/pulumi";
import { type Checks, isPlain, partitionOf, type Place } from "@groundwork/core";
import { type ImageDistribution } from "./distribution-args";

/** A parameter's name: AWS keeps those that begin with its own names to itself. */
const PARAMETER = /^(?!\/?(aws|ssm))(\/[\w.-]+)+$|^(?!aws|ssm)[\w.-]+$/i;
const APPROVED = /^\/golden-ami\/.+\/approved$/;

const LAUNCH_TEMPLATE = /^lt-[0-9a-f]{17}$/;
const MAX_LAUNCH_TEMPLATES = 100;

/** Records what is wrong with those to whom a Region's AMI is handed over: parameters, launch templates, licenses. */
export function checkHandovers(checks: Checks, each: ImageDistribution, field: string, place: Place): void {
  checkParameters(checks, each, field, place);
  checkLaunchTemplates(checks, each, field, place);
  checkLicenses(checks, each, field, place);
}

function checkParameters(
  checks: Checks,
  { parameters = [], targetAccountIds }: ImageDistribution,
  path: string,
  place: Place,
): void {
  const seen = parameters.map(({ name, accountId = place.accountId }) => `${name} of ${accountId}`);
  checks.different(`${path}.parameters`, seen, "different parameters", "name each once");
  for (const [index, { name, accountId }] of parameters.entries()) {
    const field = `${path}.parameters[${index}]`;
    checkParameterName(checks, `${field}.name`, name);
    checkOwner(checks, `${field}.accountId`, accountId, targetAccountIds, place);
  }
}

function checkLaunchTemplates(
  checks: Checks,
  { launchTemplates = [], targetAccountIds }: ImageDistribution,
  path: string,
  place: Place,
): void {
  const field = `${path}.launchTemplates`;
  checks.that(
    launchTemplates.length <= MAX_LAUNCH_TEMPLATES,
    field,
    `${launchTemplates.length} launch templates`,
    `at most ${MAX_LAUNCH_TEMPLATES}`,
    "have them follow a parameter",
  );
  const ids = launchTemplates.map(({ launchTemplateId }) => launchTemplateId);
  checks.different(field, ids, "different launch templates", "name each once");
  for (const [index, { launchTemplateId, accountId }] of launchTemplates.entries()) {
    checkLaunchTemplateId(checks, `${field}[${index}].launchTemplateId`, launchTemplateId);
    checkOwner(checks, `${field}[${index}].accountId`, accountId, targetAccountIds, place);
  }
}

/** Image Builder writes in its own account, and in those that it copies to. */
function checkOwner(
  checks: Checks,
  field: string,
  accountId: string | undefined,
  targetAccountIds: string[] = [],
  place: Place,
): void {
  checks.that(
    accountId === undefined || accountId === place.accountId || targetAccountIds.includes(accountId),
    field,
    accountId,
    `one of the Region's targetAccountIds, or ${place.accountId}`,
    "copy the AMI there, too, or leave it out",
  );
}

function checkLicenses(
  checks: Checks,
  { region, licenseConfigurationArns }: ImageDistribution,
  path: string,
  place: Place,
): void {
  const field = `${path}.licenseConfigurationArns`;
  checks.count(field, licenseConfigurationArns, 1, Infinity, "at least one configuration", "leave it out for none");
  const arns =
    licenseConfigurationArns === undefined || !isPlain(licenseConfigurationArns) ? [] : licenseConfigurationArns;
  for (const [index, arn] of arns.entries()) {
    checks.matches(
      `${field}[${index}]`,
      arn,
      new RegExp(
        `^arn:${partitionOf(place.region)}:license-manager:${region}:\\d{12}:license-configuration:lic-[a-z0-9-_]{32}$`,
      ),
      `the ARN of a license configuration in ${region}`,
      "copy it from License Manager",
    );
  }
}

/** Records what is wrong with the name of a parameter that a pipeline writes. */
export function checkParameterName(checks: Checks, field: string, name: string): void {
  const allowed =
    "a parameter's name of letters, digits, dots, underscores, hyphens and slashes, not beginning with aws or ssm";
  if (checks.matches(field, name, PARAMETER, allowed, "write it like /golden-ami/web/candidate")) {
    checks.that(
      !APPROVED.test(name),
      field,
      name,
      "another parameter than one that fleets launch from",
      "leave it to an approval",
    );
  }
}

/** Records what is wrong with the id of a launch template. */
export function checkLaunchTemplateId(checks: Checks, field: string, id: pulumi.Input<string>): void {
  checks.matches(
    field,
    id,
    LAUNCH_TEMPLATE,
    "a launch template's id",
    "copy it from EC2: lt- and 17 digits from 0 to f",
  );
}
