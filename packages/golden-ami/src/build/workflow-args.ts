import type * as pulumi from "@pulumi/pulumi";

/** When a workflow runs. Image Builder distributes afterwards, by the distribution's settings. */
export enum WorkflowStage {
  /** To build an AMI: instead of AWS's own `build-image`. */
  Build = "BUILD",
  /** To test it: instead of AWS's own `test-image`. */
  Test = "TEST",
}

/** What happens when a test workflow fails. */
export enum WorkflowFailure {
  /** The build fails, and nothing is distributed. */
  Abort = "ABORT",
  /** The build goes on. */
  Continue = "CONTINUE",
}

/** One workflow of a pipeline: a document of yours, or a workflow that exists. */
export interface BuildWorkflow {
  /** When it runs: at most one builds; with AWS's own and an approval gate, ten are the most. */
  stage: WorkflowStage;

  /**
   * What it does, such as `smoke-test`: up to 63 lower-case letters, digits and hyphens; with `document`.
   *
   * @default - none, with `arn`
   */
  name?: string;

  /**
   * The workflow document, in YAML, at most 16,000 characters. Plain, because its version rises with its content.
   *
   * @default - none, with `arn`
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-workflow-create-document.html
   */
  document?: string;

  /**
   * A workflow that exists, such as AWS's own `arn:aws:imagebuilder:eu-west-1:aws:workflow/test/test-image/x.x.x`.
   *
   * @default - none, with `document`
   */
  arn?: pulumi.Input<string>;

  /**
   * The values of the document's parameters, by name.
   *
   * @default - the document's defaults
   */
  parameters?: Record<string, pulumi.Input<string>>;

  /**
   * What happens when it fails; with `WorkflowStage.Test`.
   *
   * @default WorkflowFailure.Abort
   */
  onFailure?: WorkflowFailure;

  /**
   * The group of test workflows that run at the same time; with `WorkflowStage.Test`. Others run one after the other.
   *
   * @default - none
   */
  parallelGroup?: string;
}

/** Hours for which a build waits for an approval, unless the caller says otherwise: AWS's own default. */
export const DEFAULT_APPROVAL_HOURS = 72;

/**
 * A person's word, after the tests and before anything is shared, copied or written to a parameter. `notifications` must name
 * somebody, or nobody would know that a build waits.
 */
export interface ApprovalGate {
  /**
   * Hours after which a build that nobody has approved fails, from 1 to 168.
   *
   * @default 72
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html
   */
  timeoutHours?: number;
}
