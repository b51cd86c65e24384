import * as fs from "node:fs";
import { PreflightError } from "../errors";

/** Whether there is a file; or a link that leads nowhere, of which reading it will tell. */
export function isFile(file: string): boolean {
  return stat(file)?.isFile() ?? isThere(file);
}

/** Whether there is a directory. */
export function isDirectory(file: string): boolean {
  return stat(file)?.isDirectory() ?? false;
}

/** Whether there is anything, even if it cannot be read. */
export function isThere(file: string): boolean {
  try {
    fs.lstatSync(file);
    return true;
  } catch {
    return false;
  }
}

/** What is at a path, as the end of a sentence that begins with the path. */
export function whatIsAt(file: string): string {
  const found = stat(file);
  if (found === undefined) {
    return isThere(file) ? "is a link that leads nowhere" : "does not exist";
  }
  return found.isDirectory() ? "is a directory" : found.isFile() ? "is a file" : "is neither a file nor a directory";
}

/**
 * A file's text without its byte-order mark: in UTF-8, or in UTF-16 where the mark says so, as Pulumi's CLI takes both.
 *
 * @throws {@link PreflightError} where it cannot be read, or is no text.
 */
export function readText(file: string): string {
  let bytes: Buffer;
  if (stat(file)?.isCharacterDevice() === true) {
    // Some never end.
    throw new PreflightError("configuration", `${file}: is a device; name a file.`);
  }
  try {
    bytes = fs.readFileSync(file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new PreflightError("configuration", `${file}: cannot be read (${reason}); make it a file that you may read.`);
  }
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new PreflightError("configuration", `${file}: is not text in UTF-8; save it in that encoding.`);
  }
}

function encodingOf(bytes: Buffer): string {
  const mark = bytes.toString("hex", 0, 2);
  return mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "utf-8";
}

/** Nothing, too, for what cannot be there: a path through a file, for one. */
function stat(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file);
  } catch {
    return undefined;
  }
}
