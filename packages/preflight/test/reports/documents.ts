import {
  type Diagnostic,
  DOCUMENT_VERSION,
  type PreviewDocument,
  type ResourceReport,
  type StackReport,
  type Violation,
  type WaivedViolation,
} from "../../src/document";
import { summarise } from "../../src/reports";

/** Hand-made documents for the tests of the reports. */

export const STACK_TYPE = "pulumi:pulumi:Stack";
export const VOLUME_TYPE = "aws:ebs/volume:Volume";

export function urnOf(type: string, name: string): string {
  return `urn:pulumi:dev::shop::${type}::${name}`;
}

export const ROOT = urnOf(STACK_TYPE, "shop-dev");

/** A resource under the stack. */
export function resource(type: string, name: string, changes: Partial<ResourceReport> = {}): ResourceReport {
  return {
    urn: urnOf(type, name),
    type,
    name,
    custom: true,
    external: false,
    parent: ROOT,
    inputs: {},
    dependencies: [],
    propertyDependencies: {},
    options: { ignoreChanges: [], replaceOnChanges: [], additionalSecretOutputs: [], aliases: [] },
    ...changes,
  };
}

export function stackResource(): ResourceReport {
  const { parent: _parent, ...rest } = resource(STACK_TYPE, "shop-dev", { custom: false });
  return rest;
}

/** A mandatory violation by the volume `data`. */
export function violation(changes: Partial<Violation> = {}): Violation {
  return {
    pack: "rules",
    packVersion: "1.0.0",
    policy: "volume-is-encrypted",
    level: "mandatory",
    severity: "high",
    message: "encrypted is false; set it to true.",
    description: "Volumes are encrypted.",
    remediationSteps: "Set encrypted to true.",
    url: "https://example.com/ebs",
    urn: urnOf(VOLUME_TYPE, "data"),
    ...changes,
  };
}

/** A violation by the volume `data` that is waived. */
export function waived(changes: Partial<WaivedViolation> = {}): WaivedViolation {
  return {
    ...violation({
      message:
        "Volumes are encrypted.\nWaived (else mandatory) until 2026-12-31 by Jane Doe (SEC-12): public data\nencrypted is false; set it to true.",
    }),
    waiver: { expiry: "2026-12-31", approver: "Jane Doe", ticket: "SEC-12", reason: "public data" },
    ...changes,
  };
}

export function diagnostic(changes: Partial<Diagnostic> = {}): Diagnostic {
  return { severity: "error", message: "Error: no", urn: "", ...changes };
}

/** A stack that passes, with one volume. */
export function stack(changes: Partial<StackReport> = {}): StackReport {
  return {
    stack: "dev",
    project: "shop",
    ok: true,
    durationMs: 1234,
    resources: [stackResource(), resource(VOLUME_TYPE, "data")],
    outputs: {},
    packs: [{ name: "rules", version: "1.0.0", policies: 4 }],
    violations: [],
    waived: [],
    remediations: [],
    diagnostics: [],
    ...changes,
  };
}

/** A stack whose volume breaks a mandatory policy. */
export function brokenStack(changes: Partial<StackReport> = {}): StackReport {
  return stack({ ok: false, violations: [violation()], ...changes });
}

/** A stack whose program threw before it registered anything. */
export function failedStack(changes: Partial<StackReport> = {}): StackReport {
  return stack({
    ok: false,
    failure: "program",
    resources: [],
    diagnostics: [diagnostic({ message: "Error: no\n    at main (index.ts:1:7)\n" })],
    ...changes,
  });
}

export function previewOf(...stacks: StackReport[]): PreviewDocument {
  return { version: DOCUMENT_VERSION, stacks, summary: summarise(stacks, 2900) };
}
