import type * as pulumi from "@pulumi/pulumi";
import { arn, EBS_KEY_ACTIONS, iamArn, mapInput, type Place, type PolicyStatement } from "@groundwork/core";
import { CROSS_ACCOUNT_ROLE_NAME, type DistributionInputs, distributionsOf, parametersOf } from "./distribution-args";

/** What is written in a Region: a parameter by its name, a launch template by its id. */
interface Written {
  region: string;
  id: pulumi.Input<string>;
}

/**
 * What the role that a pipeline runs under needs to distribute, beside AWS's own policy, which knows only parameters under
 * `/imagebuilder/` and only what carries Image Builder's tag. In a target account its `DistributionTarget` decides.
 */
export function distributionStatements(args: DistributionInputs): PolicyStatement[] {
  const { place, keyArn } = args;
  const all = distributionsOf(args);
  const isOwn = ({ accountId }: { accountId?: string }): boolean =>
    accountId === undefined || accountId === place.accountId;
  const parameters = all.flatMap((each) =>
    parametersOf(each, args)
      .filter(isOwn)
      .map(({ name }) => ({ region: each.region, id: name })),
  );
  const templates = all.flatMap(({ region, launchTemplates = [] }) =>
    launchTemplates.filter(isOwn).map(({ launchTemplateId }) => ({ region, id: launchTemplateId })),
  );
  return [
    ...keyStatements(
      [keyArn, ...all.flatMap((each) => (each.keyArn === undefined ? [] : [each.keyArn]))],
      all.map(({ region }) => region),
    ),
    ...parameterStatements(place, parameters),
    // SSM checks that what is written is an AMI.
    { Sid: "LooksAtAmis", Effect: "Allow", Action: "ec2:DescribeImages", Resource: "*" },
    ...launchTemplateStatements(place, templates),
    ...assumptions(place, [...new Set(all.flatMap(({ targetAccountIds = [] }) => targetAccountIds))]),
  ];
}

/** Lets somebody use keys through EC2, which copies in these Regions, and grant them for what AWS itself does with the grant. */
export function keyStatements(keyArns: pulumi.Input<string>[], regions: string[]): PolicyStatement[] {
  return [
    {
      Sid: "UsesTheKeysThroughEc2",
      Effect: "Allow",
      Action: EBS_KEY_ACTIONS,
      Resource: keyArns,
      Condition: { StringEquals: { "kms:ViaService": regions.map((region) => `ec2.${region}.amazonaws.com`) } },
    },
    {
      Sid: "GrantsTheKeysToVolumes",
      Effect: "Allow",
      Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
      Resource: keyArns,
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

/** Lets somebody write parameters, by their names, and no others. */
export function parameterStatements(place: Place, parameters: Written[]): PolicyStatement[] {
  const arns = parameters.map((one) => parameterArn(place, one));
  return arns.length === 0
    ? []
    : [{ Sid: "WritesTheParameters", Effect: "Allow", Action: "ssm:PutParameter", Resource: arns }];
}

/** Lets somebody make versions of launch templates, by their ids, and make one the default. */
export function launchTemplateStatements(place: Place, templates: Written[]): PolicyStatement[] {
  const arns = templates.map((one) => written(place, one, "ec2", (id) => `launch-template/${id}`));
  return arns.length === 0
    ? []
    : [
        {
          Sid: "UpdatesTheLaunchTemplates",
          Effect: "Allow",
          Action: ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"],
          Resource: arns,
        },
        {
          Sid: "TagsTheLaunchTemplates",
          Effect: "Allow",
          Action: "ec2:CreateTags",
          Resource: arns,
          Condition: { StringEquals: { "aws:RequestTag/CreatedBy": "EC2 Image Builder" } },
        },
        { Sid: "LooksAtLaunchTemplates", Effect: "Allow", Action: "ec2:DescribeLaunchTemplates", Resource: "*" },
      ];
}

/** Lets a pipeline act in its target accounts, and in no others. */
function assumptions(place: Place, accountIds: string[]): PolicyStatement[] {
  return accountIds.length === 0
    ? []
    : [
        {
          Sid: "ActsInTheTargetAccounts",
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Resource: accountIds.map((accountId) => iamArn(place, `role/${CROSS_ACCOUNT_ROLE_NAME}`, accountId)),
        },
      ];
}

/** The ARN of a parameter, by its name. */
export function parameterArn(place: Place, parameter: Written): pulumi.Input<string> {
  return written(place, parameter, "ssm", (name) => `parameter/${name.replace(/^\//, "")}`);
}

/** The ARN of what is written, in an account. */
function written(
  place: Place,
  { region, id }: Written,
  service: string,
  resource: (id: string) => string,
): pulumi.Input<string> {
  return mapInput(id, (known) =>
    arn(place, { service, region, accountId: place.accountId, resource: resource(known) }),
  );
}
