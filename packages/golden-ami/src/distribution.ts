import * as imagebuilder from "@pulumi/aws/imagebuilder";
import { candidateParameter, type Context, nameTag } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "./golden-ami-pipeline-args";

/** Creates the distribution, which names the AMI and writes its id to the candidate parameter. */
export function createDistribution(
  { name, tags, parent }: Context,
  { amiName, place }: Pick<GoldenAmiPipelineArgs, "amiName" | "place">,
): imagebuilder.DistributionConfiguration {
  return new imagebuilder.DistributionConfiguration(
    `${name}-distribution`,
    {
      description: `Where the AMI ${amiName} goes`,
      distributions: [
        {
          region: place.region,
          amiDistributionConfiguration: {
            name: `${amiName}-{{ imagebuilder:buildDate }}`,
            description: `The golden AMI ${amiName}`,
            amiTags: nameTag(amiName, tags),
          },
          ssmParameterConfigurations: [{ parameterName: candidateParameter(amiName), dataType: "aws:ec2:image" }],
        },
      ],
      tags: nameTag(name, tags),
    },
    { parent },
  );
}
