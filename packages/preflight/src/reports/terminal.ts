import {
  type Json,
  type PreviewDocument,
  SECRET_TEXT,
  type StackReport,
  type Summary,
  UNKNOWN_TEXT,
} from "../document";
import { byGravity, diagnosticLines, remediationLines, violationLines, waivedLines } from "./finding-lines";
import { describeUrn } from "./resource-names";
import { type TerminalStyle } from "./style";
import { FAILURES, stackStatus, violationsAt } from "./summary";
import { clean, cleanLine, count, counted, displayWidth, padTo, seconds, truncate } from "./text";
import { resourceTree } from "./tree";
import { treeLines } from "./tree-lines";

/** The longest rendering of an output, in columns; `--json` has the whole. */
const OUTPUT_LENGTH = 300;

/** So many broken policies are listed again at the end. */
const RECAP_LENGTH = 10;

/** A single stack of up to so many resources fits a screen or two, and is not summed up again. */
const SCREEN_RESOURCES = 40;

const SECTION_INDENT = "  ";

type FindingCounts = Pick<Summary, "mandatory" | "advisory" | "waived" | "remediated">;

/**
 * One stack: its resources with what is wrong under each, then what concerns the stack as a whole, and the verdict on the
 * last line, where the eye is when the output stops.
 */
export function renderStack(stack: StackReport, style: TerminalStyle): string {
  const details = stackDetails(stack, style);
  return `${[titleLine(stack, style), ...(details === "" ? [] : [details]), stackLine(stack, style)].join("\n\n")}\n`;
}

/** What is between a stack's title and its verdict: the tree, the outputs, what concerns the whole stack, diagnostics. */
export function stackDetails(stack: StackReport, style: TerminalStyle): string {
  const narrowed = { ...style, width: style.width - SECTION_INDENT.length };
  const tree = resourceTree(stack);
  const ofStack = [
    ...byGravity(tree.violations).flatMap((violation) => violationLines(violation, narrowed, subject(violation.urn))),
    ...tree.waived.flatMap((violation) => waivedLines(violation, narrowed, subject(violation.urn))),
    ...tree.remediations.flatMap((remediation) => remediationLines(remediation, narrowed, subject(remediation.urn))),
  ];
  const said = stack.diagnostics
    .filter(({ severity }) => severity !== "debug")
    .flatMap((diagnostic) => diagnosticLines(diagnostic, narrowed));
  return [
    treeLines(tree.roots, style),
    section("Outputs", outputLines(stack.outputs, style), style),
    section("Policies on the whole stack", ofStack, style),
    section("Diagnostics", said, style),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join("\n"))
    .join("\n\n");
}

/** What all stacks come to: the broken policies again where they may have scrolled away, and one line. */
export function renderSummary(document: PreviewDocument, style: TerminalStyle): string {
  const { colours } = style;
  const { summary, stacks } = document;
  const failing = stacks.filter((stack) => stackStatus(stack) !== 0).length;
  const scrolls = stacks.length > 1 || summary.resources > SCREEN_RESOURCES;
  const recap = scrolls ? recapLines(stacks, style) : [];
  const verdict =
    failing === 0
      ? colours.green(`✓ ${stacks.length === 1 ? "1 stack passes" : `${count(stacks.length)} stacks pass`}`)
      : colours.red(`✗ ${count(failing)} of ${counted(stacks.length, "stack")} ${failing === 1 ? "fails" : "fail"}`);
  const sums = [counted(summary.resources, "resource"), ...findingCounts(summary, style)].join(", ");
  const line = `${colours.bold(`${verdict}:`)} ${sums} ${colours.dim(`· ${seconds(summary.durationMs)}`)}`;
  return [...(recap.length > 0 ? [...recap, ""] : []), line, ""].join("\n");
}

/** The stack's name on a line across the screen, so that the eye finds where each stack begins. */
function titleLine(stack: StackReport, { colours, width }: TerminalStyle): string {
  const [name, project] = [cleanLine(stack.stack), cleanLine(stack.project)];
  const rest = Math.max(0, width - displayWidth(name) - displayWidth(project) - 6);
  return `${colours.dim("──")} ${colours.bold(name)}  ${colours.dim(`${project} ${"─".repeat(rest)}`)}`;
}

/** The verdict on one stack, on one line where it fits: time and packs go to a second one where it does not. */
function stackLine(stack: StackReport, style: TerminalStyle): string {
  const { colours } = style;
  const ok = stackStatus(stack) === 0;
  const paint = ok ? colours.green : colours.red;
  const packs = stack.packs.map(
    ({ name, version, policies }) =>
      `pack ${cleanLine(`${name} ${version}`.trim())} (${counted(policies, "policy", "policies")})`,
  );
  const notes = [seconds(stack.durationMs), ...(packs.length > 0 ? packs : ["no policy pack"])];
  const verdict = paint(`${ok ? "✓" : "✗"} ${cleanLine(stack.stack)}:`);
  const line = `${colours.bold(verdict)} ${outcome(stack, style)}`;
  const aside = colours.dim(`· ${notes.join(" · ")}`);
  const fits = displayWidth(clean(`${line} ${aside}`)) <= style.width;
  return `${line}${fits ? " " : `\n${SECTION_INDENT}`}${aside}`;
}

function outcome(stack: StackReport, style: TerminalStyle): string {
  const reads = stack.resources.filter(({ external }) => external).length;
  const creates = `${counted(stack.resources.length - reads, "resource")} to create`;
  const found = findingCounts(
    {
      mandatory: violationsAt(stack, "mandatory"),
      advisory: violationsAt(stack, "advisory"),
      waived: stack.waived.length,
      remediated: stack.remediations.length,
    },
    style,
  );
  if (stack.failure === undefined) {
    return [creates, ...(reads > 0 ? [`${count(reads)} to read`] : []), ...found].join(", ");
  }
  const after = `${FAILURES[stack.failure]} after ${counted(stack.resources.length, "resource")}`;
  return [after, ...(stack.violations.length > 0 ? found : [])].join(", ");
}

/** The counts of findings, each in the colour of its level where there are any. */
function findingCounts(counts: FindingCounts, { colours }: TerminalStyle): string[] {
  const { mandatory, advisory, waived, remediated } = counts;
  const text = (value: number, level: string, paint: (text: string) => string): string =>
    value === 0 ? `0 ${level}` : paint(`${count(value)} ${level}`);
  return [
    text(mandatory, "mandatory", colours.red),
    text(advisory, "advisory", colours.yellow),
    ...(waived > 0 ? [text(waived, "waived", colours.dim)] : []),
    ...(remediated > 0 ? [text(remediated, "remediated", colours.cyan)] : []),
  ];
}

/** The failed previews and the broken mandatory policies of all stacks, a line for each. */
function recapLines(stacks: StackReport[], { colours }: TerminalStyle): string[] {
  const rows = stacks.flatMap((stack) => [
    ...(stack.failure === undefined ? [] : [[stack.stack, FAILURES[stack.failure], ""]]),
    ...stack.violations
      .filter(({ level }) => level === "mandatory")
      .map(({ policy, urn }) => [stack.stack, policy, urn === "" ? "the whole stack" : describeUrn(urn)]),
  ]);
  const shown = rows.slice(0, RECAP_LENGTH).map((cells) => cells.map(cleanLine));
  const widths = [0, 1].map((column) => Math.max(0, ...shown.map((cells) => displayWidth(cells[column] ?? ""))));
  const lines = shown.map((cells) =>
    `${colours.red("✗")} ${cells.map((cell, column) => padTo(cell, widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
  const rest = rows.length - shown.length;
  return rest === 0 ? lines : [...lines, colours.dim(`… and ${count(rest)} more`)];
}

function section(title: string, lines: string[], { colours }: TerminalStyle): string[] {
  return lines.length === 0 ? [] : [colours.bold(title), ...lines.map((line) => SECTION_INDENT + line)];
}

function subject(urn: string): string {
  return urn === "" ? "" : describeUrn(urn);
}

function outputLines(outputs: StackReport["outputs"], { colours }: TerminalStyle): string[] {
  const rows = Object.entries(outputs).map(([name, value]) => [cleanLine(name), value] as const);
  const column = Math.max(0, ...rows.map(([name]) => displayWidth(name)));
  return rows.map(([name, value]) => {
    const hidden = value === SECRET_TEXT || value === UNKNOWN_TEXT;
    return `${padTo(name, column)}  ${hidden ? colours.dim(value) : outputText(value)}`;
  });
}

function outputText(value: Json): string {
  return truncate(cleanLine(JSON.stringify(value)), OUTPUT_LENGTH);
}
