import * as imagebuilder from "@pulumi/aws/imagebuilder";
import * as pulumi from "@pulumi/pulumi";
import { nameTag, type Tags } from "@groundwork/core";
import { createBuildRole } from "./build-role";
import { createBuildSecurityGroup } from "./build-security-group";
import { checkGoldenAmiPipeline } from "./check-golden-ami-pipeline";
import { createDistribution } from "./distribution";
import { createExecutionRole } from "./execution-role";
import { approvedParameter, candidateParameter } from "./parameters";
import { createRecipe } from "./recipe";

/** The instance type that AMIs are built on. */
export const DEFAULT_BUILD_INSTANCE_TYPE = "m7i.large";

/** The longest time that the tests of an AMI may take, in minutes. */
export const DEFAULT_TEST_TIMEOUT_MINUTES = 60;

/** One step of building an AMI. */
export interface BuildComponent {
  /** What the step does, such as `hardening`: lower-case letters, digits and hyphens. */
  name: string;

  /**
   * The component document, in YAML: its build, validate and test phases, at most 16,000 characters.
   *
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html
   */
  document: string;
}

/** The arguments of {@link GoldenAmiPipeline}. */
export interface GoldenAmiPipelineArgs {
  /** The account that builds: twelve digits. Image Builder's role serves nobody else. */
  accountId: pulumi.Input<string>;

  /**
   * The golden AMI's name, such as `web`: lower-case letters, digits and hyphens. New AMIs go to
   * `/golden-ami/<name>/candidate`, fleets launch `/golden-ami/<name>/approved`.
   */
  amiName: string;

  /**
   * What to build on: an AMI id, an Image Builder image's ARN, or `ssm:` and a parameter's name, such as
   * `ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64`.
   */
  parentImage: pulumi.Input<string>;

  /** The steps, in order; together with `managedComponentArns` one to twenty. @default - none */
  components?: BuildComponent[];

  /**
   * Components that somebody else owns, such as Amazon's, by ARN; they run before `components`.
   *
   * @default - none
   */
  managedComponentArns?: pulumi.Input<string>[];

  /**
   * The KMS key of the AMI's snapshots. Auto Scaling must be admitted to it: see `EncryptionKey`'s `allowAutoScaling`.
   */
  keyArn: pulumi.Input<string>;

  /** The network to build in. */
  vpcId: pulumi.Input<string>;

  /** The subnet to build in: private, with a way out to AWS's services. */
  subnetId: pulumi.Input<string>;

  /** The Region that builds, such as `eu-west-1`. */
  region: pulumi.Input<string>;

  /** The root device's name in the parent image; another name would leave the root volume as it is. @default "/dev/xvda" */
  rootDeviceName?: string;

  /** The root volume's size in GiB, from 1 to 65536, at least the parent image's. @default 8 */
  rootVolumeSizeGiB?: number;

  /** The instance type to build and test on; its architecture must be the parent image's. @default "m7i.large" */
  instanceType?: pulumi.Input<string>;

  /**
   * When to build, such as `cron(0 4 ? * sun *)`, in UTC. A build starts only if the parent image or a component changed.
   *
   * @default - when somebody starts the pipeline
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html
   */
  schedule?: string;

  /** An SNS topic that is told how each build ended. @default - none */
  notificationTopicArn?: pulumi.Input<string>;

  /** @default - a `Name` tag on each resource */
  tags?: Tags;
}

/**
 * A pipeline that builds and tests an encrypted AMI and writes its id to the candidate parameter. It makes no look-up.
 *
 * A build is no part of a deployment: it runs on schedule, or when somebody starts the pipeline.
 */
export class GoldenAmiPipeline extends pulumi.ComponentResource {
  readonly pipelineArn: pulumi.Output<string>;

  readonly recipeArn: pulumi.Output<string>;

  /** The parameter that holds the newest AMI that was built and tested. */
  readonly candidateParameterName: pulumi.Output<string>;

  /** The parameter that fleets launch from. */
  readonly approvedParameterName: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: GoldenAmiPipelineArgs, opts?: pulumi.ComponentResourceOptions) {
    checkGoldenAmiPipeline(name, args);
    super("golden-ami:index:GoldenAmiPipeline", name, {}, opts);

    const buildRole = createBuildRole(name, args.tags, this);
    const executionRole = createExecutionRole(name, args.amiName, args.accountId, args.tags, this);
    const securityGroup = createBuildSecurityGroup(name, args.vpcId, args.tags, this);
    const recipe = createRecipe(name, args, this);
    const infrastructure = new imagebuilder.InfrastructureConfiguration(
      `${name}-infrastructure`,
      {
        description: `Where the AMI ${args.amiName} is built`,
        instanceProfileName: buildRole.profile.name,
        instanceTypes: [args.instanceType ?? DEFAULT_BUILD_INSTANCE_TYPE],
        subnetId: args.subnetId,
        securityGroupIds: [securityGroup.id],
        instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
        terminateInstanceOnFailure: true,
        snsTopicArn: args.notificationTopicArn,
        resourceTags: nameTag(`${name}-build`, args.tags),
        tags: nameTag(name, args.tags),
      },
      { parent: this, dependsOn: buildRole.policies },
    );
    const distribution = createDistribution(name, args, this);
    const pipeline = new imagebuilder.ImagePipeline(
      `${name}-pipeline`,
      {
        description: `Builds and tests the AMI ${args.amiName}`,
        imageRecipeArn: recipe.arn,
        infrastructureConfigurationArn: infrastructure.arn,
        distributionConfigurationArn: distribution.arn,
        executionRole: executionRole.role.arn,
        enhancedImageMetadataEnabled: true,
        imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: DEFAULT_TEST_TIMEOUT_MINUTES },
        schedule:
          args.schedule === undefined
            ? undefined
            : {
                scheduleExpression: args.schedule,
                pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
              },
        status: "ENABLED",
        tags: nameTag(name, args.tags),
      },
      { parent: this, dependsOn: executionRole.policies },
    );

    this.pipelineArn = pipeline.arn;
    this.recipeArn = recipe.arn;
    this.candidateParameterName = pulumi.output(candidateParameter(args.amiName));
    this.approvedParameterName = pulumi.output(approvedParameter(args.amiName));
    this.registerOutputs({
      pipelineArn: this.pipelineArn,
      recipeArn: this.recipeArn,
      candidateParameterName: this.candidateParameterName,
      approvedParameterName: this.approvedParameterName,
    });
  }
}
