import { createHash } from "node:crypto";
import {
  type EnforcementLevel,
  type PreviewDocument,
  type StackReport,
  type Violation,
  type WaivedViolation,
  type Waiver,
} from "../document";
import { printJson } from "./json";
import { describeUrn, stackTitle } from "./resource-names";
import { exitStatus } from "./summary";
import { clean, cleanLine } from "./text";

/** A SARIF level. */
type Level = "error" | "warning" | "note" | "none";

const LEVELS: Record<EnforcementLevel, Level> = {
  mandatory: "error",
  advisory: "warning",
  remediate: "note",
  disabled: "none",
};

/** SARIF notes nothing below a note: debug messages are left out. */
const NOTIFICATION_LEVELS: Record<"info" | "warning" | "error", Level> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** The scores by which code scanning ranks a finding as critical, high, medium or low. */
const SECURITY_SEVERITY: Record<string, string> = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };

/**
 * The document as a SARIF 2.1.0 log: a run for each stack, told apart by its automation id, with the policies that were
 * broken as rules. A resource is a logical location; the file is the project's `Pulumi.yaml`, because a URN does not tell
 * the line that declares it. What is waived is a suppressed result. What was mended is a notification and no result: nothing
 * is left to do about it.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function toSarif(document: PreviewDocument, projectFile: string): string {
  return printJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: document.stacks.map((stack) => run(stack, exitStatus({ ...document, stacks: [stack] }), projectFile)),
  });
}

function run(stack: StackReport, exitCode: number, projectFile: string): object {
  const all: (Violation | WaivedViolation)[] = [...stack.violations, ...stack.waived];
  const rules = [...new Map(all.map((violation) => [ruleId(violation), violation])).values()];
  const indexes = new Map(rules.map((violation, index) => [ruleId(violation), index]));
  const seen = new Map<string, number>();
  return {
    tool: { driver: { name: "preflight", rules: rules.map(rule) } },
    automationDetails: { id: `preflight/${stackTitle(stack)}/` },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: stack.failure === undefined,
        exitCode,
        toolExecutionNotifications: notifications(stack),
      },
    ],
    results: all.map((violation) => ({
      ruleId: ruleId(violation),
      ruleIndex: indexes.get(ruleId(violation)),
      level: LEVELS[violation.level],
      message: { text: resultText(violation) },
      locations: [location(stack, violation.urn, projectFile)],
      partialFingerprints: fingerprints(stack, violation, seen),
      ...("waiver" in violation ? { suppressions: [suppression(violation.waiver)] } : {}),
    })),
  };
}

/** Leave was given in a file beside the program, and holds: what has expired is no suppression any more. */
function suppression({ expiry, approver, ticket, reason }: Waiver): object {
  const justification = clean(`${reason} (${ticket}, by ${approver}, until ${expiry})`);
  return { kind: "external", status: "accepted", justification, properties: { expiry, approver, ticket } };
}

function ruleId({ pack, policy }: Violation): string {
  return `${cleanLine(pack)}/${cleanLine(policy)}`;
}

function rule(violation: Violation): object {
  const { pack, packVersion, policy, level, severity, description, remediationSteps, url } = violation;
  const score = SECURITY_SEVERITY[severity];
  return {
    id: ruleId(violation),
    name: cleanLine(policy),
    shortDescription: { text: cleanLine(description === "" ? policy : description) },
    ...(remediationSteps === "" ? {} : { help: { text: clean(remediationSteps) } }),
    ...(URL.canParse(url) ? { helpUri: new URL(url).href } : {}),
    defaultConfiguration: { level: LEVELS[level] },
    properties: {
      pack: cleanLine(pack),
      packVersion: cleanLine(packVersion),
      tags: ["policy", ...(score === undefined ? [] : ["security"])],
      ...(score === undefined ? {} : { "security-severity": score }),
    },
  };
}

function resultText({ message, remediationSteps }: Violation): string {
  return clean(remediationSteps === "" ? message : `${message}\nFix: ${remediationSteps}`);
}

function location(stack: StackReport, urn: string, projectFile: string): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: projectFile.split(/[\\/]/).map(encodeURIComponent).join("/") },
      region: { startLine: 1 },
    },
    logicalLocations: [
      urn === ""
        ? { fullyQualifiedName: stackTitle(stack), name: cleanLine(stack.stack), kind: "module" }
        : { fullyQualifiedName: cleanLine(urn), name: describeUrn(urn), kind: "resource" },
    ],
  };
}

/**
 * What makes a finding the same in the next run: the stack, the policy and the resource, and where a policy complains about
 * a resource more than once, which of its complaints it is. The message is left out: it carries values that change.
 *
 * Code scanning reads only `primaryLocationLineHash`; without it, it would hash the line in `Pulumi.yaml`, which all
 * findings share, and take findings of one policy for the same.
 */
function fingerprints(stack: StackReport, violation: Violation, seen: Map<string, number>): object {
  const identity = JSON.stringify([stack.project, stack.stack, violation.pack, violation.policy, violation.urn]);
  const ordinal = (seen.get(identity) ?? 0) + 1;
  seen.set(identity, ordinal);
  const hash = createHash("sha256").update(`${identity}#${ordinal}`).digest("hex");
  return { "preflight/v1": hash, primaryLocationLineHash: `${hash.slice(0, 16)}:${ordinal}` };
}

function notifications(stack: StackReport): object[] {
  return [
    ...stack.diagnostics.flatMap(({ severity, urn, message }) =>
      severity === "debug" ? [] : [notification(NOTIFICATION_LEVELS[severity], urn, message)],
    ),
    ...stack.remediations.map(({ pack, policy, properties, urn }) =>
      notification("note", urn, `${pack}/${policy} changed ${properties.join(", ")}`),
    ),
  ];
}

function notification(level: Level, urn: string, message: string): object {
  const about = urn === "" ? "" : `${describeUrn(urn)}: `;
  return { level, message: { text: `${about}${clean(message)}` } };
}
