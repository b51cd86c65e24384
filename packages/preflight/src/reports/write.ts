import * as fs from "node:fs/promises";
import * as path from "node:path";
import { type PreviewDocument } from "../document";
import { toJson } from "./json";
import { toJunit } from "./junit";
import { toMarkdown } from "./markdown";
import { toSarif } from "./sarif";

/** The formats of `--report FORMAT=FILE`. */
export const REPORT_FORMATS = ["json", "junit", "markdown", "sarif"] as const;

/** One of the formats. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report could not be written, for a reason that the caller can mend. */
export class ReportError extends Error {
  override readonly name = "ReportError";
}

/** What the system calls the usual reasons, in words. */
const REASONS: Record<string, string> = {
  EACCES: "permission denied",
  EEXIST: "a file stands where a directory is needed",
  EISDIR: "it is a directory",
  ENOENT: "its directory does not exist",
  ENOSPC: "no space is left on the device",
  ENOTDIR: "a file stands where a directory is needed",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
};

/** Whether a report of that format can be written. */
export function isReportFormat(format: string): format is ReportFormat {
  return (REPORT_FORMATS as readonly string[]).includes(format);
}

/**
 * Writes the document to a file in one of the formats, and makes the directories above it.
 *
 * @param projectFile Where SARIF locates its results: `Pulumi.yaml`, relative to the repository's root.
 * @throws {@link ReportError} with the file and the reason, if the file cannot be written.
 */
export async function writeReport(
  format: ReportFormat,
  file: string,
  document: PreviewDocument,
  projectFile = "Pulumi.yaml",
): Promise<void> {
  const text = renderReport(format, document, projectFile);
  try {
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, text);
  } catch (error) {
    throw new ReportError(`The ${format} report cannot be written to ${file}: ${whyNotWritten(error)}.`, {
      cause: error,
    });
  }
}

function renderReport(format: ReportFormat, document: PreviewDocument, projectFile: string): string {
  switch (format) {
    case "json":
      return toJson(document);
    case "junit":
      return toJunit(document);
    case "markdown":
      return toMarkdown(document);
    case "sarif":
      return toSarif(document, projectFile);
  }
}

/** Why a file cannot be written, in words. */
export function whyNotWritten(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : REASONS[code];
  return words === undefined ? message : `${words} (${code})`;
}
