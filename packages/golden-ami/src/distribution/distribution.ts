import * as imagebuilder from "@pulumi/aws/imagebuilder";
import type { input } from "@pulumi/aws/types";
import { type Context, mergeTags, nameTag, type Place } from "@groundwork/core";
import {
  BUILD_DATE,
  DEFAULT_PARALLEL_LAUNCHES,
  DEFAULT_PREPARED_SNAPSHOTS,
  type DistributionInputs,
  distributionsOf,
  type FastLaunch,
  type ImageDistribution,
  parametersOf,
} from "./distribution-args";

type Distribution = input.imagebuilder.DistributionConfigurationDistribution;

/** Creates the distribution: where each AMI goes, under which name and key, and who may launch it. */
export function createDistribution(context: Context, args: DistributionInputs): imagebuilder.DistributionConfiguration {
  const { name, tags, parent } = context;
  return new imagebuilder.DistributionConfiguration(
    `${name}-distribution`,
    {
      description: `Where the AMI ${args.amiName} goes`,
      distributions: distributionsOf(args).map((each) => distributionIn(context, each, args)),
      tags: nameTag(name, tags),
    },
    { parent },
  );
}

function distributionIn({ tags }: Context, each: ImageDistribution, args: DistributionInputs): Distribution {
  const { amiName, place, keyArn } = args;
  return {
    region: each.region,
    amiDistributionConfiguration: {
      name: each.amiNamePattern ?? `${amiName}-${BUILD_DATE}`,
      description: each.description ?? `The golden AMI ${amiName}`,
      amiTags: mergeTags(nameTag(amiName, tags), each.amiTags),
      // Copies would be encrypted with AWS's own key otherwise, which nobody else can use.
      kmsKeyId: each.keyArn ?? keyArn,
      targetAccountIds: each.targetAccountIds,
      launchPermission: launchPermission(each),
    },
    ssmParameterConfigurations: parametersOf(each, args).map((parameter) => ({
      parameterName: parameter.name,
      amiAccountId: foreign(place, parameter.accountId),
      dataType: "aws:ec2:image",
    })),
    launchTemplateConfigurations: each.launchTemplates?.map(({ launchTemplateId, accountId, setDefault }) => ({
      launchTemplateId,
      accountId: foreign(place, accountId),
      default: setDefault ?? true,
    })),
    fastLaunchConfigurations: each.fastLaunch && [fastLaunch(place, each.fastLaunch)],
    licenseConfigurationArns: each.licenseConfigurationArns,
  };
}

function fastLaunch(
  { accountId }: Place,
  { snapshotCount, maxParallelLaunches, launchTemplateId, launchTemplateVersion }: FastLaunch,
): input.imagebuilder.DistributionConfigurationDistributionFastLaunchConfiguration {
  return {
    accountId,
    enabled: true,
    snapshotConfiguration: { targetResourceCount: snapshotCount ?? DEFAULT_PREPARED_SNAPSHOTS },
    maxParallelLaunches: maxParallelLaunches ?? DEFAULT_PARALLEL_LAUNCHES,
    launchTemplate:
      launchTemplateId === undefined
        ? undefined
        : { launchTemplateId, launchTemplateVersion: launchTemplateVersion ?? "$Default" },
  };
}

/** Who may launch the AMI. A target account is among them: what it may not launch, it may not copy. */
function launchPermission({
  targetAccountIds = [],
  accountIds = [],
  organizationArns,
  organizationalUnitArns,
}: ImageDistribution):
  input.imagebuilder.DistributionConfigurationDistributionAmiDistributionConfigurationLaunchPermission | undefined {
  const userIds = [...new Set([...targetAccountIds, ...accountIds])];
  return userIds.length === 0 && organizationArns === undefined && organizationalUnitArns === undefined
    ? undefined
    : { userIds: userIds.length === 0 ? undefined : userIds, organizationArns, organizationalUnitArns };
}

/** An account where AWS wants to be told of it: not the one that builds. */
function foreign(place: Place, accountId: string | undefined): string | undefined {
  return accountId === place.accountId ? undefined : accountId;
}
