/**
 * What a preview finds, as the reports show it and as `--json` prints it.
 *
 * Values are plain JSON; a secret stands as `[secret]` and a value known only after deployment as `[unknown]`.
 */

/** A value in a report. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What stands for a secret value in every output. */
export const SECRET_TEXT = "[secret]";

/** What stands for a value that is known only after deployment. */
export const UNKNOWN_TEXT = "[unknown]";

/** The version of the `--json` document; it changes when a field is renamed, removed or given another meaning. */
export const DOCUMENT_VERSION = 1;

/** The options of a resource that the engine acts on. A list is empty and a flag absent where the program set none. */
export interface ResourceOptionsReport {
  protect?: boolean;
  retainOnDelete?: boolean;
  deleteBeforeReplace?: boolean;
  ignoreChanges: string[];
  replaceOnChanges: string[];
  additionalSecretOutputs: string[];
  aliases: string[];
  customTimeouts?: { create?: string; update?: string; delete?: string };
  deletedWith?: string;
  importId?: string;
  version?: string;
  pluginDownloadUrl?: string;
}

/** One resource that the program registered or read, in the order of registration. */
export interface ResourceReport {
  urn: string;
  type: string;
  name: string;
  /** Whether a provider manages it; a component groups others and has none. */
  custom: boolean;
  /** Whether it was read with `.get` and so is managed elsewhere. */
  external: boolean;
  /** The parent's URN; absent for the stack itself. */
  parent?: string;
  /** The provider's URN and id joined by `::`; absent for components. */
  provider?: string;
  inputs: { [property: string]: Json };
  dependencies: string[];
  propertyDependencies: { [property: string]: string[] };
  options: ResourceOptionsReport;
}

/** How much a violation weighs: `mandatory` fails the preview, `advisory` is told, `remediate` was mended. */
export type EnforcementLevel = "advisory" | "mandatory" | "remediate" | "disabled";

/** One policy broken by one resource or, with `urn` empty, by the stack. */
export interface Violation {
  pack: string;
  packVersion: string;
  policy: string;
  level: EnforcementLevel;
  /** `low`, `medium`, `high`, `critical`, or empty where the policy states none. */
  severity: string;
  /** As the engine shows it: the policy's description, and below it the sentence about this resource. */
  message: string;
  /** What the policy requires, in the pack's words. */
  description: string;
  /** How to mend it, in the pack's words; empty where the pack states none. */
  remediationSteps: string;
  /** Where to read more; empty where the pack states none. */
  url: string;
  urn: string;
}

/** Leave to break a policy, given by the pack's own file of waivers. */
export interface Waiver {
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  expiry: string;
  approver: string;
  ticket: string;
  reason: string;
}

/** A violation that is waived: it does not fail the preview. Its level is the one that it would have without the waiver. */
export interface WaivedViolation extends Violation {
  waiver: Waiver;
}

/** A change that a policy at level `remediate` made to a resource's inputs. */
export interface Remediation {
  pack: string;
  packVersion: string;
  policy: string;
  urn: string;
  /** The input properties that it changed, added or removed. */
  properties: string[];
}

/** Something said about the stack or a resource by the program, the SDK, a pack or preflight. */
export interface Diagnostic {
  severity: "debug" | "info" | "warning" | "error";
  message: string;
  /** The resource it is about; empty for the stack. */
  urn: string;
}

/** A pack that judged a stack. */
export interface PackReport {
  name: string;
  version: string;
  /** How many of its policies were on. */
  policies: number;
}

/** Why a stack's preview ended without a verdict; `internal` where preflight itself failed. Maps to the exit status. */
export type FailureKind = "configuration" | "program" | "pack" | "timeout" | "internal";

/** The preview of one stack. */
export interface StackReport {
  stack: string;
  project: string;
  /** No mandatory policy broken, and the preview ran to its end. */
  ok: boolean;
  /** Why there is no verdict; absent where there is one. */
  failure?: FailureKind;
  durationMs: number;
  resources: ResourceReport[];
  outputs: { [name: string]: Json };
  packs: PackReport[];
  violations: Violation[];
  /** What is broken with leave; counted by itself. */
  waived: WaivedViolation[];
  remediations: Remediation[];
  diagnostics: Diagnostic[];
}

/** The sums over all stacks. */
export interface Summary {
  ok: boolean;
  stacks: number;
  resources: number;
  mandatory: number;
  advisory: number;
  waived: number;
  remediated: number;
  errors: number;
  durationMs: number;
}

/** What `--json` prints. */
export interface PreviewDocument {
  version: typeof DOCUMENT_VERSION;
  stacks: StackReport[];
  summary: Summary;
}
