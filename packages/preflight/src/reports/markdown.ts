import { type PreviewDocument, type StackReport, type Violation, type WaivedViolation } from "../document";
import { byGravity } from "./finding-lines";
import { describeUrn } from "./resource-names";
import { PLAIN } from "./style";
import { FAILURES, stackStatus, violationsAt } from "./summary";
import { stackDetails } from "./terminal";
import { clean, cleanLine, count, counted, seconds } from "./text";

/** A comment on GitHub holds 65,536 characters; some are left for what whoever posts it adds. */
export const MARKDOWN_LENGTH = 65_000;

/** The room that is kept for the note on what did not fit. */
const NOTE_LENGTH = 200;

/** The longest message; `--json` has the whole. */
const MESSAGE_LENGTH = 4000;

/**
 * The document as Markdown for a comment on a pull request: a table of the stacks, what is wrong with each, and their
 * resources, outputs and diagnostics folded. What does not fit in a comment is left out, the folded parts first, and the
 * comment says so. Text of programs and packs can add neither markup nor mentions to it.
 */
export function toMarkdown(document: PreviewDocument): string {
  const head = [`## ${headline(document)}`, table(document)];
  const findings = document.stacks.flatMap(findingParts);
  const details = document.stacks.map(detailsPart);
  let room = MARKDOWN_LENGTH - NOTE_LENGTH - length(head);
  const kept = [...findings, ...details].filter((part) => {
    const fits = length([part]) <= room;
    room -= fits ? length([part]) : 0;
    return fits;
  });
  const left = findings.length + details.length - kept.length;
  const note = left === 0 ? [] : [`_${counted(left, "part")} left out: a comment has no room for more._`];
  return `${[...head, ...kept, ...note].join("\n\n")}\n`;
}

function length(parts: string[]): number {
  return parts.reduce((total, part) => total + part.length + 2, 0);
}

function headline({ stacks, summary }: PreviewDocument): string {
  const failing = stacks.filter((stack) => stackStatus(stack) !== 0).length;
  return failing === 0
    ? `✅ Preview: ${counted(stacks.length, "stack")}, ${counted(summary.resources, "resource")}`
    : `❌ Preview: ${count(failing)} of ${counted(stacks.length, "stack")} ${failing === 1 ? "fails" : "fail"}`;
}

function table({ stacks }: PreviewDocument): string {
  return [
    "| | Stack | Resources | Mandatory | Advisory | Waived | Remediated | Time |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...stacks.map((stack) => {
      const failure = stack.failure === undefined ? "" : `: ${FAILURES[stack.failure]}`;
      const cells = [
        stackStatus(stack) === 0 ? "✅" : "❌",
        `${inline(stack.stack)}${failure}`,
        count(stack.resources.length),
        count(violationsAt(stack, "mandatory")),
        count(violationsAt(stack, "advisory")),
        count(stack.waived.length),
        count(stack.remediations.length),
        seconds(stack.durationMs),
      ];
      return `| ${cells.join(" | ")} |`;
    }),
  ].join("\n");
}

/** What is wrong with a stack: why it failed, each violation, and by itself what is waived; nothing where there is nothing to say. */
function findingParts(stack: StackReport): string[] {
  const errors = stack.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ urn, message }) => fenced(clip(clean(urn === "" ? message : `${describeUrn(urn)}: ${message}`))));
  const parts = [...errors, ...byGravity(stack.violations).map(violationPart)];
  const waived = stack.waived.map(waivedPart);
  return [
    ...(parts.length === 0 ? [] : [`### ${inline(stack.stack)}`, ...parts]),
    ...(waived.length === 0 ? [] : [`### ${inline(stack.stack)}: waived`, ...waived]),
  ];
}

function waivedPart({ policy, urn, message }: WaivedViolation): string {
  return `- ${[`**waived** ${code(policy)} on ${about(urn)}`, paragraph(message)].join("<br>\n  ")}`;
}

function about(urn: string): string {
  return urn === "" ? "the whole stack" : code(describeUrn(urn));
}

function violationPart({ level, policy, urn, message, remediationSteps, url }: Violation): string {
  const link = webAddress(url);
  const lines = [
    `**${level === "remediate" ? "remediated" : level}** ${code(policy)} on ${about(urn)}`,
    paragraph(message),
    ...(remediationSteps === "" ? [] : [`**Fix:** ${paragraph(remediationSteps)}`]),
    ...(link === undefined ? [] : [`[Read more](<${link}>)`]),
  ];
  return `- ${lines.join("<br>\n  ")}`;
}

/** A stack's resources, outputs and diagnostics as the terminal shows them, folded. */
function detailsPart(stack: StackReport): string {
  const details = stackDetails(stack, PLAIN);
  const summary = `${html(stack.stack)}: ${counted(stack.resources.length, "resource")}`;
  return `<details><summary>${summary}</summary>\n\n${fenced(details === "" ? "No resources." : details)}\n\n</details>`;
}

/** An address that a reader may follow; other schemes (a script, a file) are not linked. */
function webAddress(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed !== undefined && ["http:", "https:"].includes(parsed.protocol) ? parsed.href : undefined;
}

function paragraph(text: string): string {
  return clip(clean(text)).split("\n").map(inline).join("<br>\n  ");
}

/** Text on one line in which nothing is markup, neither within the line nor at its start. */
function inline(text: string): string {
  return silent(cleanLine(text).replace(/[\\`*_[\]<>|~&$]/g, escaped))
    .replace(/^( *)([-+=#])/, "$1\\$2")
    .replace(/^( *\d+)([.)])/, "$1\\$2");
}

/** Text inside an HTML element, where Markdown is not read. */
function html(text: string): string {
  return silent(cleanLine(text).replace(/[&<>]/g, escaped));
}

/** Text in which no `@name`, `#1` or `GH-1` calls a person or links another page. */
function silent(text: string): string {
  return text.replace(/@(?=\w)|#(?=\d)|\bGH-(?=\d)/gi, "$&&#8203;");
}

/** A name as code, between more backticks than it has in a row itself. */
function code(text: string): string {
  const line = cleanLine(text);
  const fence = "`".repeat(longestFence(line) + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}

/** Text in a block of code, between fences longer than any that it has itself. */
function fenced(text: string): string {
  const fence = "`".repeat(Math.max(3, longestFence(text) + 1));
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

function longestFence(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}

function escaped(character: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", $: "&dollar;" };
  return entities[character] ?? `\\${character}`;
}

function clip(text: string): string {
  return text.length > MESSAGE_LENGTH ? `${text.slice(0, MESSAGE_LENGTH)}…` : text;
}
