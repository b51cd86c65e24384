import * as imagebuilder from "@pulumi/aws/imagebuilder";
import { type Context, nameTag } from "@groundwork/core";
import { type ExecutionRole } from "./execution-role";
import { DEFAULT_TEST_TIMEOUT_MINUTES, type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";

/** What a pipeline ties together. */
export interface PipelineContext extends Context {
  role: ExecutionRole;
  recipe: imagebuilder.ImageRecipe;
  infrastructure: imagebuilder.InfrastructureConfiguration;
  distribution: imagebuilder.DistributionConfiguration;
}

/** Creates the pipeline, which starts when its role may do everything. */
export function createPipeline(
  { name, role, recipe, infrastructure, distribution, tags, parent }: PipelineContext,
  { amiName, schedule }: Pick<GoldenAmiPipelineArgs, "amiName" | "schedule">,
): imagebuilder.ImagePipeline {
  return new imagebuilder.ImagePipeline(
    `${name}-pipeline`,
    {
      description: `Builds and tests the AMI ${amiName}`,
      imageRecipeArn: recipe.arn,
      infrastructureConfigurationArn: infrastructure.arn,
      distributionConfigurationArn: distribution.arn,
      executionRole: role.role.arn,
      enhancedImageMetadataEnabled: true,
      imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: DEFAULT_TEST_TIMEOUT_MINUTES },
      schedule:
        schedule === undefined
          ? undefined
          : {
              scheduleExpression: schedule,
              pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
            },
      status: "ENABLED",
      tags: nameTag(name, tags),
    },
    { parent, dependsOn: role.policies },
  );
}
