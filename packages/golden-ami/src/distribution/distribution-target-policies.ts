import { candidateParameter, iamArn, type PolicyStatement } from "@groundwork/core";
import { keyStatements, launchTemplateStatements, parameterStatements } from "./distribution-permissions";
import { type DistributionTargetArgs, regionsOf } from "./distribution-target-args";

/** The parameters that are written in each Region. */
export function targetParameterNames({ amiNames = [], parameterNames = [] }: DistributionTargetArgs): string[] {
  return [...new Set([...amiNames.map(candidateParameter), ...parameterNames])];
}

/**
 * Who may assume the role: the source account's pipelines, and nobody else's. By a condition, since a policy that names a role which
 * does not exist yet is refused, and since it would hold for no later role of the name.
 */
export function targetTrust({ place, sourceAccountId, sourceRoleArns }: DistributionTargetArgs): PolicyStatement {
  return {
    Sid: "TheSourceAccountActsHere",
    Effect: "Allow",
    Principal: { AWS: iamArn(place, "root", sourceAccountId) },
    Action: "sts:AssumeRole",
    ...(sourceRoleArns === undefined ? {} : { Condition: { ArnLike: { "aws:PrincipalArn": sourceRoleArns } } }),
  };
}

/** What the role needs beside AWS's own policy, which knows neither keys nor parameters nor launch templates. */
export function targetStatements(args: DistributionTargetArgs): PolicyStatement[] {
  const { place, keys, launchTemplates = [] } = args;
  const regions = regionsOf(args);
  return [
    ...keyStatements(
      keys.map(({ keyArn }) => keyArn),
      [...new Set([...regions, ...keys.map(({ region = place.region }) => region)])],
    ),
    ...parameterStatements(
      place,
      regions.flatMap((region) => targetParameterNames(args).map((id) => ({ region, id }))),
    ),
    ...launchTemplateStatements(
      place,
      launchTemplates.map(({ launchTemplateId, region = place.region }) => ({ region, id: launchTemplateId })),
    ),
  ];
}
