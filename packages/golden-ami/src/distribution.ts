import * as imagebuilder from "@pulumi/aws/imagebuilder";
import type * as pulumi from "@pulumi/pulumi";
import { nameTag } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "./golden-ami-pipeline";
import { candidateParameter } from "./parameters";

/** Creates the distribution, which names the AMI and writes its id to the candidate parameter. */
export function createDistribution(
  name: string,
  args: GoldenAmiPipelineArgs,
  parent: pulumi.Resource,
): imagebuilder.DistributionConfiguration {
  return new imagebuilder.DistributionConfiguration(
    `${name}-distribution`,
    {
      description: `Where the AMI ${args.amiName} goes`,
      distributions: [
        {
          region: args.region,
          amiDistributionConfiguration: {
            name: `${args.amiName}-{{ imagebuilder:buildDate }}`,
            description: `The golden AMI ${args.amiName}`,
            amiTags: nameTag(args.amiName, args.tags),
          },
          ssmParameterConfigurations: [{ parameterName: candidateParameter(args.amiName), dataType: "aws:ec2:image" }],
        },
      ],
      tags: nameTag(name, args.tags),
    },
    { parent },
  );
}
