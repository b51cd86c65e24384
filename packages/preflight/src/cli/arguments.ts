import { type ConfigOverride } from "../project";

/** The formats of a report file. */
export const REPORT_FORMATS = ["json", "junit", "sarif", "markdown"] as const;

/** One report file to write. */
export interface ReportTarget {
  format: (typeof REPORT_FORMATS)[number];
  /** The absolute path. */
  file: string;
}

/** One policy pack to run. */
export interface PolicyPackArgument {
  /** The absolute path. */
  directory: string;
  /** The absolute path of its configuration, in which `{stack}` stands for the stack's name. */
  configFile?: string;
}

/** What the command line asks for. */
export type Command =
  | { kind: "help" }
  | { kind: "version" }
  | { kind: "preview"; options: PreviewOptions }
  | { kind: "lookups"; options: PreviewOptions };

/** The options of `preflight` and of `preflight lookups`. */
export interface PreviewOptions {
  /** The absolute directory to look for the project from. */
  cwd: string;
  /** As given; empty for every stack that has a file. */
  stacks: string[];
  policyPacks: PolicyPackArgument[];
  config: ConfigOverride[];
  /** The absolute path of the look-ups file; absent for the default of each stack. */
  lookups?: string;
  json: boolean;
  reports: ReportTarget[];
  /** How many stacks to preview at once; absent for as many as there are cores. */
  parallel?: number;
  timeoutSeconds: number;
}
