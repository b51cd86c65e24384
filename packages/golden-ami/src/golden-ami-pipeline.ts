import * as pulumi from "@pulumi/pulumi";
import { after, approvedParameter, candidateParameter, type Context } from "@groundwork/core";
import { createBuildNetwork } from "./build/build-network";
import { createBuildRole } from "./build/build-role";
import { approvalInstructions } from "./build/approval-gate";
import { createEventRules } from "./build/event-rules";
import { createExecutionRole } from "./build/execution-role";
import { createInfrastructure } from "./build/infrastructure";
import { createLogs } from "./build/logs";
import { createPipeline } from "./build/pipeline";
import { createTopic } from "./build/topic";
import { createWorkflows } from "./build/workflows";
import { createDistribution } from "./distribution/distribution";
import { type GoldenAmiPipelineArgs } from "./golden-ami-pipeline-args";
import { checkGoldenAmiPipeline } from "./golden-ami-pipeline-checks";
import { createLifecycle } from "./lifecycle/lifecycle";
import { imageArnOf } from "./recipe/parent-image";
import { createRecipe } from "./recipe/recipe";
import { allowTests } from "./tests/image-tests";

/**
 * A pipeline that builds and tests an encrypted AMI and writes its id to the candidate parameter. It makes no look-up.
 *
 * A build is no part of a deployment: it runs on schedule, or when somebody starts the pipeline.
 */
export class GoldenAmiPipeline extends pulumi.ComponentResource {
  /** The pipeline's ARN, by which it is started. */
  readonly pipelineArn: pulumi.Output<string>;

  /** The recipe's ARN; its version rises with the content. */
  readonly recipeArn: pulumi.Output<string>;

  /** The ARN of the newest image of Image Builder that is built, with a wildcard as version: another pipeline's parent. */
  readonly imageArn: pulumi.Output<string>;

  /** The role that the pipeline runs under, which a `DistributionTarget` may let in alone. */
  readonly executionRoleArn: pulumi.Output<string>;

  /** The parameter that holds the newest AMI that was built and tested. */
  readonly candidateParameterName: pulumi.Output<string>;

  /** The parameter that fleets launch from. */
  readonly approvedParameterName: pulumi.Output<string>;

  /** With an approval gate, how a build that waits is approved: the commands. */
  readonly approvalInstructions: pulumi.Output<string | undefined>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: GoldenAmiPipelineArgs, opts?: pulumi.ComponentResourceOptions) {
    checkGoldenAmiPipeline(name, args);
    super("golden-ami:index:GoldenAmiPipeline", name, {}, opts);

    const context: Context = { parent: this, name, tags: args.tags };
    const { place, infrastructure: build = {} } = args;
    const buildRole = allowTests(context, createBuildRole(context, place, build), args.tests);
    const executionRole = createExecutionRole(context, args);
    const network = createBuildNetwork(context, args, build);
    const logs = createLogs({ ...context, role: buildRole }, args);
    const topic = createTopic({ ...context, role: executionRole }, place, args.notifications);
    const recipe = createRecipe(context, args);
    const infrastructure = createInfrastructure({ ...context, role: buildRole, network, logs, topic }, args, build);
    const distribution = createDistribution(context, args);
    const workflows = createWorkflows({ ...context, role: executionRole, topic }, args);
    const tied = { role: executionRole, recipe, infrastructure, distribution, logs, workflows };
    const pipeline = createPipeline({ ...context, ...tied }, args);
    if (topic !== undefined) {
      createEventRules({ ...context, topic, pipeline }, args);
    }
    createLifecycle({ ...context, recipe }, args);

    this.pipelineArn = pipeline.arn;
    this.recipeArn = recipe.arn;
    this.imageArn = after(pulumi.output(imageArnOf(place, place.accountId, args.amiName)), [recipe.arn]);
    this.executionRoleArn = executionRole.role.arn;
    this.candidateParameterName = pulumi.output(candidateParameter(args.amiName));
    this.approvedParameterName = pulumi.output(approvedParameter(args.amiName));
    this.approvalInstructions = pulumi.output(args.approvalGate && approvalInstructions(place.region));
    this.registerOutputs({
      pipelineArn: this.pipelineArn,
      recipeArn: this.recipeArn,
      imageArn: this.imageArn,
      executionRoleArn: this.executionRoleArn,
      candidateParameterName: this.candidateParameterName,
      approvedParameterName: this.approvedParameterName,
      approvalInstructions: this.approvalInstructions,
    });
  }
}
