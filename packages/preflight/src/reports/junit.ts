import { type PreviewDocument, type StackReport, type Violation, type WaivedViolation } from "../document";
import { describeUrn, shortType, stackTitle } from "./resource-names";
import { FAILURES } from "./summary";
import { clean } from "./text";

/** One test case: what it is called, and what went wrong in it. */
interface Case {
  classname: string;
  name: string;
  /** The elements inside; none where it passed. */
  body: string[];
  verdict: "passed" | "failed" | "error" | "skipped";
}

/**
 * The document as JUnit XML: a suite for each stack. Its cases are the preview itself (an error where it failed), each
 * resource about which no policy complained, and each policy that a resource or the stack broke: mandatory ones fail,
 * the others pass and say what they found in `system-out`, as they do not fail the preview either. What is waived is skipped.
 */
export function toJunit(document: PreviewDocument): string {
  const suites = document.stacks.map((stack) => ({ stack, cases: stackCases(stack) }));
  const all = suites.flatMap(({ cases }) => cases);
  const lines = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites${attributes({ name: "preflight", ...tally(all), time: time(document.summary.durationMs) })}>`,
    ...suites.flatMap(({ stack, cases }) => [
      `  <testsuite${attributes({ name: stackTitle(stack), ...tally(cases), time: time(stack.durationMs) })}>`,
      ...cases.flatMap(caseLines),
      `  </testsuite>`,
    ]),
    `</testsuites>`,
  ];
  return `${lines.join("\n")}\n`;
}

function stackCases(stack: StackReport): Case[] {
  const broken = new Set([...stack.violations, ...stack.waived].map(({ urn }) => urn));
  return [
    previewCase(stack),
    ...stack.resources
      .filter(({ urn }) => !broken.has(urn))
      .map(({ type, name }): Case => ({ classname: shortType(type), name, body: [], verdict: "passed" })),
    ...grouped(stack.violations).map((violations) => policyCase(stack, violations)),
    ...grouped(stack.waived).map((violations) => waivedCase(stack, violations)),
  ];
}

/** The case of the preview itself. */
function previewCase(stack: StackReport): Case {
  const classname = stackTitle(stack);
  if (stack.failure === undefined) {
    return { classname, name: "preview", body: [], verdict: "passed" };
  }
  const errors = stack.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ urn, message }) => (urn === "" ? message : `${describeUrn(urn)}: ${message}`));
  const attributesOf = attributes({ message: FAILURES[stack.failure], type: stack.failure });
  return {
    classname,
    name: "preview",
    body: [`<error${attributesOf}>${xml(errors.join("\n\n"))}</error>`],
    verdict: "error",
  };
}

/** The case of one policy on one resource, which it may break more than once. */
function policyCase(stack: StackReport, violations: [Violation, ...Violation[]]): Case {
  const [{ level }] = violations;
  const text = violations.map(violationText).join("\n\n");
  const failed = level === "mandatory";
  return {
    ...caseNames(stack, violations[0]),
    body: failed
      ? [`<failure${attributes({ message: violations[0].message, type: level })}>${xml(text)}</failure>`]
      : [`<system-out>${xml(`${level}: ${text}`)}</system-out>`],
    verdict: failed ? "failed" : "passed",
  };
}

function waivedCase(stack: StackReport, violations: [WaivedViolation, ...WaivedViolation[]]): Case {
  const message = violations.map((violation) => violation.message).join("\n\n");
  return { ...caseNames(stack, violations[0]), body: [`<skipped${attributes({ message })}/>`], verdict: "skipped" };
}

function caseNames(stack: StackReport, { pack, policy, urn }: Violation): Pick<Case, "classname" | "name"> {
  return { classname: urn === "" ? stackTitle(stack) : describeUrn(urn), name: `${pack}/${policy}` };
}

function violationText({ message, remediationSteps, url, urn }: Violation): string {
  return [message, remediationSteps === "" ? "" : `Fix: ${remediationSteps}`, url, urn]
    .filter((part) => part !== "")
    .join("\n");
}

/** The violations by resource, policy and level, in the order in which each was first found. */
function grouped<T extends Violation>(violations: T[]): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const violation of violations) {
    const key = JSON.stringify([violation.urn, violation.pack, violation.policy, violation.level]);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [violation]);
    } else {
      group.push(violation);
    }
  }
  return [...groups.values()];
}

function caseLines({ classname, name, body }: Case): string[] {
  const opening = `    <testcase${attributes({ classname, name })}`;
  return body.length === 0
    ? [`${opening}/>`]
    : [`${opening}>`, ...body.map((element) => `      ${element}`), `    </testcase>`];
}

function tally(cases: Case[]): Record<string, string> {
  const of = (verdict: Case["verdict"]): string => String(cases.filter((one) => one.verdict === verdict).length);
  return { tests: String(cases.length), failures: of("failed"), errors: of("error"), skipped: of("skipped") };
}

function time(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function attributes(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(value).replace(/\n/g, "&#10;")}"`)
    .join("");
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text without the characters that XML cannot hold, and with those escaped that it would read as markup. */
function xml(text: string): string {
  return clean(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
