/**
 * What a step may do: the action modules of AWS's Task Orchestrator and Executor (AWSTOE).
 *
 * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html
 */
export enum ComponentAction {
  AppendFile = "AppendFile",
  Assert = "Assert",
  CopyFile = "CopyFile",
  CopyFolder = "CopyFolder",
  CreateFile = "CreateFile",
  CreateFolder = "CreateFolder",
  CreateSymlink = "CreateSymlink",
  DeleteFile = "DeleteFile",
  DeleteFolder = "DeleteFolder",
  ExecuteBash = "ExecuteBash",
  ExecuteBinary = "ExecuteBinary",
  ExecuteDocument = "ExecuteDocument",
  ExecutePowerShell = "ExecutePowerShell",
  InstallMSI = "InstallMSI",
  ListFiles = "ListFiles",
  MoveFile = "MoveFile",
  MoveFolder = "MoveFolder",
  ReadFile = "ReadFile",
  Reboot = "Reboot",
  S3Download = "S3Download",
  S3Upload = "S3Upload",
  SetFileEncoding = "SetFileEncoding",
  SetFileOwner = "SetFileOwner",
  SetFilePermissions = "SetFilePermissions",
  SetFolderOwner = "SetFolderOwner",
  SetFolderPermissions = "SetFolderPermissions",
  SetRegistry = "SetRegistry",
  UninstallMSI = "UninstallMSI",
  UpdateOS = "UpdateOS",
  WebDownload = "WebDownload",
}

/** What a document does when a step has failed for the last time. */
export enum StepFailure {
  /** The step and the document fail, and nothing further runs. */
  Abort = "Abort",
  /** The step and the document fail, but what follows runs. */
  Continue = "Continue",
  /** What follows runs, and the document succeeds. */
  Ignore = "Ignore",
}

/** What becomes of a step under a condition. */
export enum StepOutcome {
  /** The step fails. */
  Abort = "Abort",
  /** The step runs. */
  Execute = "Execute",
  /** The step is left out, which is no failure. */
  Skip = "Skip",
}

/** The condition of a step. */
export interface StepCondition {
  /**
   * One operator and what it compares, such as `{ fileExists: "/etc/my.conf" }` or
   * `{ stringEquals: "web", value: "{{ Role }}" }`; `and`, `or` and `not` join such, four levels deep at most.
   *
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-comparison-operators.html
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Pulumi's schema has no other word for what AWSTOE takes.
  expression: any;

  /**
   * What becomes of the step if it holds.
   *
   * @default StepOutcome.Execute
   */
  then?: StepOutcome;

  /**
   * What becomes of the step if it does not.
   *
   * @default StepOutcome.Skip
   */
  otherwise?: StepOutcome;
}

/** Whole numbers that a loop counts through, both ends included. */
export interface DocumentForLoop {
  /** The first number. */
  start: number;

  /** The last number, if the steps lead there. */
  end: number;

  /** The number that is added each time: not zero, and towards `end`. */
  updateBy: number;
}

/** A loop of a step: exactly one of `count`, `forEach` and `list`. Its inputs say `{{ loop.value }}` and `{{ loop.index }}`. */
export interface DocumentLoop {
  /**
   * What the inputs may call the loop instead of `loop`; no other of the phase has it.
   *
   * @default - none
   */
  name?: string;

  /**
   * Counts.
   *
   * @default - another field says what to go through
   */
  count?: DocumentForLoop;

  /**
   * Goes through values.
   *
   * @default - another field says what to go through
   */
  forEach?: string[];

  /**
   * Goes through the parts of a text, which another step's output or a parameter may be.
   *
   * @default - another field says what to go through
   */
  list?: string;

  /**
   * What the parts of `list` have between them: one of `. , ; : \n \t - _` and the space.
   *
   * @default ","
   */
  delimiter?: string;
}

/** One step of a phase. */
export interface DocumentStep {
  /** What no other step of the phase is called. */
  name: string;

  /** What it does. */
  action: ComponentAction;

  /**
   * What the action takes: a map, or a list of maps for actions on files. Plain, because the version follows from it; what
   * is known at deployment only is a parameter.
   *
   * @default - none, which `Reboot` and `UpdateOS` alone allow
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Each action takes other inputs; the checks know them.
  inputs?: any;

  /**
   * When it runs.
   *
   * @default - always
   */
  condition?: StepCondition;

  /**
   * How often it runs.
   *
   * @default - once
   */
  loop?: DocumentLoop;

  /**
   * How long it may take, in seconds, all rounds of a loop together; -1 is for ever. Not with `Reboot` or `ExecuteDocument`.
   *
   * @default 7200
   */
  timeoutSeconds?: number;

  /**
   * What follows if it fails.
   *
   * @default StepFailure.Abort
   */
  onFailure?: StepFailure;

  /**
   * The number of times that it is tried. Not with `ExecuteDocument`.
   *
   * @default 1
   */
  maxAttempts?: number;
}

/** A value that a recipe gives a document. */
export interface DocumentParameter {
  /**
   * The value where the recipe gives none.
   *
   * @default - the recipe must give one
   */
  default?: string;

  /**
   * What it is for.
   *
   * @default - none
   */
  description?: string;
}

/**
 * A component document: at least one phase. Inputs refer by `{{ Name }}` to parameters and constants, and by
 * `{{ build.Step.outputs.stdout }}` to steps before them; a test cannot refer to the build.
 *
 * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html
 */
export interface ComponentDocument {
  /**
   * What it is for.
   *
   * @default - none
   */
  description?: string;

  /**
   * The values that the recipe gives, by names of 3 to 128 letters, digits, hyphens and underscores.
   *
   * @default - none
   */
  parameters?: Record<string, DocumentParameter>;

  /**
   * Values by such names that the steps share.
   *
   * @default - none
   */
  constants?: Record<string, string>;

  /**
   * What makes the AMI.
   *
   * @default - nothing
   */
  build?: DocumentStep[];

  /**
   * What looks at it before the AMI is made, once all components have built.
   *
   * @default - nothing
   */
  validate?: DocumentStep[];

  /**
   * What tests an instance of the AMI.
   *
   * @default - nothing
   */
  test?: DocumentStep[];
}
