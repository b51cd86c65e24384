import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { CACHE_VARIABLE } from "../protocol/environment";
import { writeWhole } from "./write-whole";

interface Entry {
  key: string;
  output: string;
}

/**
 * The compiled form of the TypeScript files of programs, by source file. An entry counts only while the source and
 * every setting are the ones that it was made of.
 */
export class CompileCache {
  /** The outputs handed out by this process, in which stack traces find their source maps. */
  readonly outputs = new Map<string, string>();

  private static current: CompileCache | undefined;

  private constructor(
    private readonly directory: string,
    private readonly settings: string,
  ) {}

  /** The cache of this process; `undefined` where it has none. */
  static open(settings: string): CompileCache | undefined {
    const directory = process.env[CACHE_VARIABLE];
    if (directory === undefined || directory === "") {
      return undefined;
    }
    try {
      fs.mkdirSync(directory, { recursive: true });
    } catch {
      return undefined;
    }
    CompileCache.current = new CompileCache(directory, settings);
    return CompileCache.current;
  }

  /** The compiled form of a file that this process runs. */
  static outputOf(file: string): string | undefined {
    return CompileCache.current?.outputs.get(file);
  }

  find(file: string, key: string[]): string | undefined {
    let entry: Partial<Entry> | null;
    try {
      entry = JSON.parse(fs.readFileSync(this.place(file), "utf8")) as Partial<Entry> | null;
    } catch {
      return undefined;
    }
    if (entry?.output === undefined || entry.key !== this.digest(key)) {
      return undefined;
    }
    this.outputs.set(file, entry.output);
    return entry.output;
  }

  keep(file: string, key: string[], output: string): void {
    this.outputs.set(file, output);
    writeWhole(this.place(file), JSON.stringify({ key: this.digest(key), output } satisfies Entry));
  }

  private place(file: string): string {
    return path.join(this.directory, `${createHash("sha256").update(file).digest("hex").slice(0, 32)}.json`);
  }

  private digest(key: string[]): string {
    const hash = createHash("sha256").update(this.settings);
    key.forEach((part) => hash.update("\0").update(part));
    return hash.digest("hex");
  }
}
