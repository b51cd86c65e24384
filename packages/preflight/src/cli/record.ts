import * as fs from "node:fs";
import * as path from "node:path";
import { type PreviewDocument, type StackReport } from "../document";
import { type AskedLookup, type LookupRequest, mergeLookups } from "../lookups";
import { type PreviewOptions } from "../preview-options";
import { previewToRecord } from "../preview/preview-project";
import { exitStatus, ReportError, whyNotWritten } from "../reports";
import { counted } from "../reports/text";
import { complain, tell } from "./output";

/** What one stack's program asked for, and the file that it is recorded in. */
interface Recorded {
  file: string;
  asked: AskedLookup[];
}

/** What is still to fill in: a mistake in the configuration. */
const UNFILLED_STATUS = 2;

/** Adds an entry to fill in for each look-up that a program asks for and its file does not answer. */
export async function recordLookups(options: PreviewOptions): Promise<number> {
  const { document, lookups } = await previewToRecord(options);
  let status = 0;
  for (const report of document.stacks) {
    const asked = lookups.get(report.stack);
    status = Math.max(status, asked === undefined ? fails(report, document) : await record(report, document, asked));
  }
  return status;
}

async function record(report: StackReport, document: PreviewDocument, { file, asked }: Recorded): Promise<number> {
  const before = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
  const certain = asked.filter(({ from }) => from.length === 0);
  const merged = mergeLookups(
    before,
    certain.map(({ request }) => request),
    file,
  );
  const place = path.relative(process.cwd(), file) || file;
  const asking = `${report.stack}: ${counted(asked.length, "look-up")}`;
  const unfilled = new Set(certain.flatMap(({ missing }) => missing ?? []));
  if (merged.added > 0) {
    writeLookups(file, merged.text);
    const ended = report.failure !== undefined;
    const more = ended ? "; fill in and run this again: the program ended there, and may ask for more" : "";
    await tell(`${asking}; wrote ${merged.added} to fill in to ${place}${more}\n${doubtsOf(asked)}`);
    return 0;
  }
  if (unfilled.size > 0) {
    complain(...unfilled);
    return UNFILLED_STATUS;
  }
  if (report.failure !== undefined) {
    return fails(report, document);
  }
  await tell(`${asking}${asked.length === 0 ? "" : `, none missing from ${place}`}\n`);
  return 0;
}

/** @throws {@link ReportError} where it cannot be written. */
function writeLookups(file: string, text: string): void {
  try {
    fs.writeFileSync(file, text);
  } catch (error) {
    throw new ReportError(`The look-ups cannot be written to ${file}: ${whyNotWritten(error)}.`, { cause: error });
  }
}

/** What was found with placeholders in place of answers, so that it is not certain. */
function doubtsOf(asked: AskedLookup[]): string {
  const missing = asked.filter((lookup) => lookup.missing !== undefined);
  const list = (lookups: AskedLookup[], describe: (lookup: AskedLookup) => string): string =>
    [...new Set(lookups.map(describe))].join(", ");
  const later = list(
    missing.filter(({ afterPlaceholder, from }) => afterPlaceholder && from.length === 0),
    ({ request }) => subjectOf(request),
  );
  const dependent = list(
    missing.filter(({ from }) => from.length > 0),
    ({ request, from }) => `${subjectOf(request)} (${from.join(" and ")})`,
  );
  return (
    (later === ""
      ? ""
      : `  found after a placeholder, so they may change once what is before them is filled in: ${later}\n`) +
    (dependent === ""
      ? ""
      : `  not written, for they are asked with what another answers; run this again then: ${dependent}\n`)
  );
}

function subjectOf(request: LookupRequest): string {
  switch (request.kind) {
    case "invoke":
      return request.token;
    case "stackReference":
      return request.name;
    case "read":
      return `${request.type} ${request.id}`;
  }
}

/** Says why a stack has no verdict. */
function fails(report: StackReport, document: PreviewDocument): number {
  const errors = report.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  complain(...errors.map((diagnostic) => diagnostic.message));
  return exitStatus(document);
}
