import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";
import { type BuildInfrastructure } from "./build/infrastructure-args";
import { type BuildSchedule } from "./build/schedule-args";
import { type BuildTests } from "./build/tests-args";
import { type ImageDistribution } from "./distribution/distribution-args";
import { type ImageLifecycle } from "./lifecycle/lifecycle-args";

/** One step of building an AMI. */
export interface BuildComponent {
  /** What the step does, such as `hardening`: up to 63 lower-case letters, digits and hyphens. */
  name: string;

  /**
   * The component document, in YAML: its build, validate and test phases, at most 16,000 characters. Plain, because the
   * component's version follows from it.
   *
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html
   */
  document: string;
}

/** The arguments of {@link GoldenAmiPipeline}. */
export interface GoldenAmiPipelineArgs {
  /** The account and the Region that build. Image Builder's role serves no other account. */
  place: Place;

  /**
   * The golden AMI's name, such as `web`: up to 63 lower-case letters, digits and hyphens. New AMIs go to
   * `/golden-ami/<name>/candidate`, fleets launch `/golden-ami/<name>/approved`. Plain, because other stacks know it, too.
   */
  amiName: string;

  /**
   * What to build on: an AMI id, an Image Builder image's ARN, or `ssm:` and a parameter's name, such as
   * `ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64`.
   */
  parentImage: pulumi.Input<string>;

  /**
   * The steps, in order; together with `managedComponentArns` one to twenty. Plain, because each is a resource of its own.
   *
   * @default - none
   */
  components?: BuildComponent[];

  /**
   * Components that somebody else owns, such as Amazon's, by ARN; they run before `components`.
   *
   * @default - none
   */
  managedComponentArns?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * The KMS key of the AMI's snapshots, in the Region that builds. Auto Scaling must be admitted to it: see `EncryptionKey`'s `services`.
   */
  keyArn: pulumi.Input<string>;

  /**
   * What each Region gets of the AMI, the Region that builds among them: copies, launch permissions, parameters. Plain, because the
   * role that distributes may do what is said here and no more.
   *
   * @default - the Region that builds, for its own account
   */
  distributions?: ImageDistribution[];

  /**
   * The root device's name in the parent image; another name would leave the root volume as it is.
   *
   * @default "/dev/xvda"
   */
  rootDeviceName?: pulumi.Input<string>;

  /**
   * The root volume's size in GiB, from 1 to 65536, at least the parent image's.
   *
   * @default 8
   */
  rootVolumeSizeGiB?: pulumi.Input<number>;

  /**
   * The instances that AMIs are built and tested on: their network, their role, their kind.
   *
   * @default - an `m7i.large` in a network of its own
   */
  infrastructure?: BuildInfrastructure;

  /**
   * How an AMI is tested before it is distributed.
   *
   * @default - for at most an hour, with a scan for vulnerabilities
   */
  tests?: BuildTests;

  /**
   * When to build.
   *
   * @default - when somebody starts the pipeline
   */
  schedule?: BuildSchedule;

  /**
   * What becomes of AMIs that nobody launches any more. What is approved, or was launched lately, is never touched.
   *
   * @default - deprecated after 90 days, disabled after 180, deleted with their snapshots after 365; three are kept
   */
  lifecycle?: ImageLifecycle;

  /**
   * An SNS topic that is told how each build ended.
   *
   * @default - none
   */
  notificationTopicArn?: pulumi.Input<string>;

  /**
   * Tags for each resource that takes any, the AMIs among them; a `Name` among them replaces the one that each has
   * otherwise.
   *
   * @default - a `Name` tag on each resource
   */
  tags?: Tags;
}
