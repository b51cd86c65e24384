import type * as pulumi from "@pulumi/pulumi";

/** When a script runs. */
export enum ScriptStage {
  /** Before the snapshot: to flush and to freeze. */
  Before = "PRE",
  /** After it has begun: to thaw. */
  After = "POST",
}

/** The document by which Windows' Volume Shadow Copy Service makes snapshots consistent. */
export const VSS_DOCUMENT = "AWS_VSS_BACKUP";

/** Seconds that a script may take, unless told otherwise. */
export const DEFAULT_SCRIPT_TIMEOUT_SECONDS = 10;

/** How often a script that fails is run again, unless told otherwise: AWS's provider cannot say "never". */
export const DEFAULT_SCRIPT_RETRIES = 1;

/**
 * Scripts that make an application consistent around each snapshot, by Systems Manager. Instances need its agent and may need
 * more.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/automate-app-consistent-backups.html
 */
export interface SnapshotScripts {
  /**
   * The SSM document: one of your own by name or ARN, `AWSSystemsManagerSAP-CreateDLMSnapshotForSAPHANA`, or `AWS_VSS_BACKUP` for
   * Windows.
   */
  document: pulumi.Input<string>;

  /**
   * When it runs. Without `AWS_VSS_BACKUP`.
   *
   * @default - before and after
   */
  stages?: ScriptStage[];

  /**
   * Seconds that a run may take, from 1 to 120. Without `AWS_VSS_BACKUP`.
   *
   * @default 10
   */
  timeoutSeconds?: pulumi.Input<number>;

  /**
   * The number of times that a run which fails is tried again, from 1 to 3.
   *
   * @default 1
   */
  retries?: pulumi.Input<number>;

  /**
   * Takes no snapshot at all where a script fails, rather than one as after a power failure.
   *
   * @default false
   */
  skipOnFailure?: boolean;
}
