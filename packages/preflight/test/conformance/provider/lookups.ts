import * as fs from "node:fs";
import { plain, type Properties, same } from "./values";

/** A committed file of look-ups, in the form that preflight reads. */
interface LookupsFile {
  invokes?: { token: string; args?: Properties; result: Properties }[];
  reads?: { type: string; id: string; state: Properties }[];
}

/** Answers what a program asks of AWS from a committed file. */
export class Lookups {
  private readonly file: LookupsFile;

  /** @param path The file; without one, nothing is known. */
  constructor(path: string | undefined) {
    this.file = path === undefined ? {} : (JSON.parse(fs.readFileSync(path, "utf8")) as LookupsFile);
  }

  /** A function's result: that of the entry that names the most of the arguments, and none of them otherwise. */
  invoke(token: string, args: Properties): Properties | undefined {
    const fitting = (this.file.invokes ?? []).filter(
      (entry) =>
        entry.token === token &&
        Object.entries(entry.args ?? {}).every(([name, value]) => same(plain(value), plain(args[name]))),
    );
    const specificity = (entry: (typeof fitting)[number]): number => Object.keys(entry.args ?? {}).length;
    return fitting.sort((left, right) => specificity(right) - specificity(left))[0]?.result;
  }

  /** The state of a resource that is managed elsewhere. */
  read(token: string, id: string): Properties | undefined {
    return this.file.reads?.find((entry) => entry.type === token && entry.id === id)?.state;
  }
}
