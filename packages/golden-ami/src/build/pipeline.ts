import * as imagebuilder from "@pulumi/aws/imagebuilder";
import { type Context, nameTag } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";
import { type ExecutionRole } from "./execution-role";
import { type BuildLogging } from "./logs";
import { BuildCondition, type BuildSchedule, DEFAULT_SCHEDULE, DEFAULT_TIME_ZONE } from "./schedule-args";
import { DEFAULT_TEST_TIMEOUT_MINUTES } from "./tests-args";

/** What a pipeline ties together. */
export interface PipelineContext extends Context {
  role: ExecutionRole;
  recipe: imagebuilder.ImageRecipe;
  infrastructure: imagebuilder.InfrastructureConfiguration;
  distribution: imagebuilder.DistributionConfiguration;
  logs: BuildLogging;
  workflows: imagebuilder.ImagePipelineArgs["workflows"];
}

/** Creates the pipeline, which starts when its role may do everything. What AWS would keep is always sent. */
export function createPipeline(
  { name, role, recipe, infrastructure, distribution, logs, workflows, tags, parent }: PipelineContext,
  { amiName, schedule = {}, tests = {} }: Pick<GoldenAmiPipelineArgs, "amiName" | "schedule" | "tests">,
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
      imageTestsConfiguration: {
        imageTestsEnabled: tests.skip !== true,
        timeoutMinutes: tests.timeoutMinutes ?? DEFAULT_TEST_TIMEOUT_MINUTES,
      },
      imageScanningConfiguration: { imageScanningEnabled: tests.scan ?? true },
      ...(schedule.onlyByHand !== true && { schedule: scheduleInputs(schedule) }),
      ...logs.pipeline,
      workflows,
      status: "ENABLED",
      tags: nameTag(name, tags),
    },
    { parent, dependsOn: role.policies },
  );
}

function scheduleInputs({ expression, timeZone, condition }: BuildSchedule) {
  return {
    scheduleExpression: expression ?? DEFAULT_SCHEDULE,
    timezone: timeZone ?? DEFAULT_TIME_ZONE,
    pipelineExecutionStartCondition: condition ?? BuildCondition.DependenciesChanged,
  };
}
