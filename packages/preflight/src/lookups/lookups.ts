import * as path from "node:path";
import { PreflightError } from "../errors";
import { type Project, type StackSettings } from "../project";
import { isFile, readText } from "../files/markup";
import { canonical, parseLookups } from "./content";
import { renderEntry } from "./entry";
import { specificity } from "./match";
import { type compute, type Computed } from "./functions";
import { type CallSite, type JsonObject, type LookupAnswer, type LookupRequest, type LookupsContent } from "./types";

/** The file that a stack's look-ups are read from where none is named: beside Pulumi.<stack>.yaml. */
export function lookupsFile(project: Project, stack: StackSettings): string {
  return path.join(project.stackDirectory, `lookups.${stack.name}.json`);
}

/** Recorded answers to what a program asks of the world outside it. */
export class Lookups {
  /**
   * Reads a look-ups file. A file that does not exist has no entries, unless it was asked for by name.
   *
   * @param file The absolute path.
   * @param required Whether the file was asked for by name, and so must exist.
   * @throws {@link PreflightError} with every mistake in the file.
   */
  static load(file: string, required: boolean): Lookups {
    if (isFile(file)) {
      return new Lookups(file, parseLookups(file, readText(file)));
    }
    if (required) {
      throw new PreflightError(
        "configuration",
        `the look-ups file ${file} does not exist; name a file with --lookups, or let \`preflight lookups\` write it.`,
      );
    }
    return new Lookups(file, { invokes: [], stackReferences: new Map(), reads: [] });
  }

  private constructor(
    /** The absolute path; there need not be a file. */
    readonly file: string,
    private readonly content: LookupsContent,
  ) {}

  /**
   * The recorded result of a data-source call: that of the entry which names most of the call's arguments. Where there
   * is none, that of a function which AWS's provider answers without asking AWS is computed.
   *
   * Two entries that name as many of them, and differ in their results, are a mistake: neither is taken.
   *
   * @param args As the program passes them. Those that are secret, in the SDK's marker, are never printed.
   */
  invoke(token: string, args: JsonObject, site: CallSite): LookupAnswer {
    const candidates = this.content.invokes
      .map((entry, index) => ({ entry, index, rank: specificity(entry.args, args) }))
      .filter(({ entry, rank }) => entry.token === token && rank !== undefined)
      .sort((a, b) => (b.rank ?? 0) - (a.rank ?? 0));
    const [best, second] = candidates;
    if (best === undefined || best.entry.result === null) {
      const computed = computedAnswer(token, args, site);
      if (computed !== undefined && !("undetermined" in computed)) {
        return "value" in computed
          ? { found: true, value: computed.value, computed: true }
          : { found: false, message: `${token}: ${computed.refused}`, refused: true };
      }
      if (best === undefined) {
        const fact = `no entry answers ${token}`;
        const why = computed === undefined ? fact : `${fact}, and it cannot be computed: ${computed.undetermined}`;
        return this.missing(why, "invokes", { kind: "invoke", token, args });
      }
    }
    if (
      second !== undefined &&
      second.rank === best.rank &&
      canonical(second.entry.result) !== canonical(best.entry.result)
    ) {
      const [first, last] = [best.index, second.index].sort((a, b) => a - b);
      return {
        found: false,
        message:
          `${this.file}: invokes[${first}] and invokes[${last}] both answer ${token} and name as many of its arguments; ` +
          "name one more in the args of the one that is meant.",
      };
    }
    return this.filled(best.entry.result, `invokes[${best.index}].result`, `what ${token} returns`);
  }

  /** The recorded outputs of another stack. */
  stackReference(name: string): LookupAnswer {
    const outputs = this.content.stackReferences.get(name);
    if (outputs === undefined) {
      return this.missing(`no entry has the outputs of the stack ${name}`, "stackReferences", {
        kind: "stackReference",
        name,
      });
    }
    return this.filled(outputs, `stackReferences["${name}"]`, "that stack's outputs");
  }

  /** The recorded state of a resource that the program reads with `.get`. */
  read(type: string, id: string): LookupAnswer {
    const index = this.content.reads.findIndex((entry) => entry.type === type && entry.id === id);
    const entry = this.content.reads[index];
    if (entry === undefined) {
      return this.missing(`no entry has the state of ${type} ${id}`, "reads", { kind: "read", type, id });
    }
    return this.filled(entry.state, `reads[${index}].state`, "the resource's properties");
  }

  private filled(value: JsonObject | null, place: string, content: string): LookupAnswer {
    return value !== null
      ? { found: true, value }
      : { found: false, message: `${this.file}: ${place} is still null; fill in ${content}.` };
  }

  private missing(fact: string, section: string, request: LookupRequest): LookupAnswer {
    const message =
      `${this.file}: ${fact}; add this to "${section}" with the value in place of null, ` +
      `or let \`preflight lookups\` add it:\n${renderEntry(request)}`;
    return { found: false, message };
  }
}

/** What a function of AWS comes to without asking AWS; they are loaded when a program first calls one. */
function computedAnswer(token: string, args: JsonObject, site: CallSite): Computed | undefined {
  if (!token.startsWith("aws:")) {
    return undefined;
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load them at every start.
  const functions = require("./functions") as { compute: typeof compute };
  return functions.compute(token, args, site);
}
