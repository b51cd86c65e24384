import * as fs from "node:fs";
import * as path from "node:path";

/** Writes a file of a cache whole, so that no other process ever sees a part; nothing where it can't be written. */
export function writeWhole(file: string, content: string | Buffer): void {
  const draft = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(draft, content);
    fs.renameSync(draft, file);
  } catch {
    // A cache that can't be written costs time, nothing else.
  }
}
