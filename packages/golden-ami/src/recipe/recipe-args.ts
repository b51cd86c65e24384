import type * as pulumi from "@pulumi/pulumi";
import { type Place } from "@groundwork/core";
import { type BuildComponent } from "../components/component-args";
import { type Architecture, type OperatingSystem } from "./operating-system";

/** How much of a Security Technical Implementation Guide (STIG) is applied; each level includes those before it. */
export enum Hardening {
  /** What needs the lowest of the three severities (CAT III). */
  StigLow = "Low",
  /** The middle severity (CAT II) as well. */
  StigMedium = "Medium",
  /** The highest severity (CAT I) as well. */
  StigHigh = "High",
}

/** What to build on: exactly one of these, beside `version`. */
export interface ParentImage {
  /**
   * An AMI, by its id.
   *
   * @default - another field names the parent
   */
  amiId?: pulumi.Input<string>;

  /**
   * An SSM parameter that holds an AMI's id, by its name, such as
   * `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64`; each build reads it.
   *
   * @default - another field names the parent
   */
  parameterName?: pulumi.Input<string>;

  /**
   * An image that AWS manages, such as `red-hat-enterprise-linux-10-x86`.
   *
   * @default - another field names the parent
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/create-image-recipes.html
   */
  managedImageName?: pulumi.Input<string>;

  /**
   * Another golden AMI of this place, by its `amiName`: a build of it is what this one's schedule waits for. It must have
   * been built once before, because Image Builder looks for it.
   *
   * @default - another field names the parent
   */
  goldenAmiName?: pulumi.Input<string>;

  /**
   * Any image of Image Builder, by its ARN: another pipeline's output `imageArn`, or one that another account shares.
   *
   * @default - another field names the parent
   */
  imageArn?: pulumi.Input<string>;

  /**
   * The version of `managedImageName` or `goldenAmiName`: numbers, and an x for each that may rise.
   *
   * @default "x.x.x"
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/ibhow-semantic-versioning.html
   */
  version?: string;
}

/** A further volume of an AMI: gp3, encrypted with the recipe's key, deleted with its instance. */
export interface ImageVolume {
  /** The device's name, such as `/dev/sdf`; the root device has a field of its own. */
  deviceName: string;

  /** The size in GiB, from 1 to 16000, at least the snapshot's. */
  sizeGiB: pulumi.Input<number>;

  /**
   * The number of reads and writes in a second, from 3000 to 80000.
   *
   * @default 3000
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
   */
  iops?: pulumi.Input<number>;

  /**
   * What it reads and writes, in MiB per second, from 125 to 2000.
   *
   * @default 125
   */
  throughputMiBps?: pulumi.Input<number>;

  /**
   * What is on it, by the id of a snapshot.
   *
   * @default - nothing
   */
  snapshotId?: pulumi.Input<string>;
}

/** What an AMI is made of: the recipe's part of the arguments of `GoldenAmiPipeline`. */
export interface RecipeArgs {
  /** The account and the Region that build. Image Builder's role serves no other account. */
  place: Place;

  /**
   * The golden AMI's name, such as `web`: 3 to 63 lower-case letters, digits and hyphens; its recipe is called so, too. New
   * AMIs go to `/golden-ami/<name>/candidate`, fleets launch `/golden-ami/<name>/approved`. Plain, because other stacks know
   * it, too.
   */
  amiName: string;

  /**
   * What the AMI runs: root device, managed update, hardening, agent and tests follow from it. With `parent`, the parent's.
   * Plain, because it decides what is made.
   *
   * @default OperatingSystem.AmazonLinux2023
   */
  operatingSystem?: OperatingSystem;

  /**
   * The processor that the AMI is for. Windows runs on `Architecture.X86` only. Plain, because the parent follows from it.
   *
   * @default Architecture.X86
   */
  architecture?: Architecture;

  /**
   * What to build on.
   *
   * @default - the operating system's newest image that AWS manages; Red Hat Enterprise Linux 9 has none
   */
  parent?: ParentImage;

  /**
   * Whether all updates are installed before anything else. Plain, because it decides what the recipe has.
   *
   * @default true
   */
  updateOperatingSystem?: boolean;

  /**
   * Whether Amazon's CloudWatch agent is installed. Plain, because it decides what the recipe has.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Install-CloudWatch-Agent.html
   */
  cloudWatchAgent?: boolean;

  /**
   * A STIG level that is applied after all `components`. Try it with what runs on the AMI: higher levels forbid much.
   * Plain, because it decides what the recipe has.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/ib-stig.html
   */
  hardening?: Hardening;

  /**
   * Whether the Systems Manager agent, which builds and tests need, is taken out of the AMI.
   *
   * @default false
   * @see https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_SystemsManagerAgent.html
   */
  uninstallSystemsManagerAgent?: pulumi.Input<boolean>;

  /**
   * The components, in order, after the updates and before the hardening. Plain, because each of the pipeline's own is a
   * resource.
   *
   * @default - none
   */
  components?: BuildComponent[];

  /**
   * The KMS key of the AMI's snapshots, in the Region that builds. Auto Scaling must be admitted to it: see `EncryptionKey`'s
   * `services`.
   */
  keyArn: pulumi.Input<string>;

  /**
   * The root volume's size in GiB, from 1 to 16000, at least the parent image's.
   *
   * @default - the operating system's own: 8 for Amazon Linux and Ubuntu, 10 for Red Hat, 30 for Windows
   */
  rootVolumeSizeGiB?: pulumi.Input<number>;

  /**
   * The number of the root volume's reads and writes in a second, from 3000 to 80000.
   *
   * @default 3000
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
   */
  rootVolumeIops?: pulumi.Input<number>;

  /**
   * What the root volume reads and writes, in MiB per second, from 125 to 2000.
   *
   * @default 125
   */
  rootVolumeThroughputMiBps?: pulumi.Input<number>;

  /**
   * Further volumes of the AMI.
   *
   * @default - none
   */
  volumes?: ImageVolume[];

  /**
   * The user data of the instances that build, instead of Image Builder's own: where the parent has no Systems Manager agent,
   * it must install one.
   *
   * @default - Image Builder's, which installs the agent on Linux
   */
  userData?: pulumi.Input<string>;

  /**
   * Where components work, as an absolute path.
   *
   * @default - where Image Builder starts them
   */
  workingDirectory?: pulumi.Input<string>;
}
