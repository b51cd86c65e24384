import { type PreviewDocument, type StackReport, type Violation } from "../model";
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

/** What Markdown or HTML would read as markup. */
const MARKUP = /[\\`*_{}[\]()<>#+!|~&$-]/g;

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
    "| | Stack | Resources | Mandatory | Advisory | Remediated | Time |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ...stacks.map((stack) => {
      const failure = stack.failure === undefined ? "" : `: ${FAILURES[stack.failure]}`;
      const cells = [
        stackStatus(stack) === 0 ? "✅" : "❌",
        `${inline(stack.stack)}${failure}`,
        count(stack.resources.length),
        count(violationsAt(stack, "mandatory")),
        count(violationsAt(stack, "advisory")),
        count(stack.remediations.length),
        seconds(stack.durationMs),
      ];
      return `| ${cells.join(" | ")} |`;
    }),
  ].join("\n");
}

/** What is wrong with a stack: why it failed, then each violation; nothing where there is nothing to say. */
function findingParts(stack: StackReport): string[] {
  const errors = stack.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ urn, message }) => fenced(urn === "" ? message : `${describeUrn(urn)}: ${message}`));
  const parts = [...errors, ...byGravity(stack.violations).map(violationPart)];
  return parts.length === 0 ? [] : [`### ${inline(stack.stack)}`, ...parts];
}

function violationPart({ level, policy, urn, message, remediationSteps, url }: Violation): string {
  const about = urn === "" ? "the whole stack" : inline(describeUrn(urn));
  const link = webAddress(url);
  const lines = [
    `**${level === "remediate" ? "remediated" : level}** ${inline(policy)} on ${about}`,
    paragraph(message),
    ...(remediationSteps === "" ? [] : [`**Fix:** ${paragraph(remediationSteps)}`]),
    ...(link === undefined ? [] : [`[Read more](<${link}>)`]),
  ];
  return `- ${lines.join("<br>\n  ")}`;
}

/** A stack's resources, outputs and diagnostics as the terminal shows them, folded. */
function detailsPart(stack: StackReport): string {
  const summary = `${inline(stack.stack)}: ${counted(stack.resources.length, "resource")}`;
  return `<details><summary>${summary}</summary>\n\n${fenced(stackDetails(stack, PLAIN))}\n\n</details>`;
}

/** An address that a reader may follow; other schemes (a script, a file) are not linked. */
function webAddress(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed !== undefined && ["http:", "https:"].includes(parsed.protocol) ? parsed.href : undefined;
}

function paragraph(text: string): string {
  return clean(text).split("\n").map(inline).join("<br>\n  ");
}

/** Text on one line in which nothing is markup, and no `@name` or `#1` calls a person or another page. */
function inline(text: string): string {
  return cleanLine(text)
    .replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/(@|&#35;)(?=\w)/g, "$1&#8203;")
    .replace(/\b(GH|gh)(?=&#45;\d)/g, "$1&#8203;");
}

/** Text in a block of code, whose fence is longer than any in the text. */
function fenced(text: string): string {
  const cleaned = clean(text);
  const longest = (cleaned.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${cleaned.trimEnd()}\n${fence}`;
}
