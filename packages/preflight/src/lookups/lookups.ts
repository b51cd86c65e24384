import * as path from "node:path";
import { PreflightError } from "../errors";
import { type Project, type StackSettings } from "../project";
import { isThere, readText } from "../files/disk";
import { canonical, parseLookups } from "./content";
import { renderEntry } from "./entry";
import { EntryUses } from "./entry-uses";
import { fitInvoke, fitRead } from "./match";
import { type Placeholders } from "./placeholders/placeholders";
import { LookupRecord } from "./record";
import { type compute, type Computed } from "./functions";
import {
  type CallSite,
  type EntryScope,
  type JsonObject,
  type LookupAnswer,
  type LookupRequest,
  type LookupsContent,
} from "./types";

/** The file that a stack's look-ups are read from where none is named: beside Pulumi.<stack>.yaml. */
export function lookupsFile(project: Project, stack: StackSettings): string {
  return path.join(project.stackDirectory, `lookups.${stack.name}.json`);
}

/** An entry that may answer a call. */
interface Candidate {
  entry: EntryScope;
  answer: JsonObject | null;
  /** How closely it fits; `undefined` where it does not. */
  rank: number | undefined;
}

/** Where a kind of answer stands in the file, and what it is. */
interface AnswerKind {
  section: string;
  key: string;
  what: string;
  /** What tells two entries apart. */
  distinction: string;
}

const INVOKES = { section: "invokes", key: "result", distinction: "one more of its arguments, or its region," };
const READS: AnswerKind = {
  section: "reads",
  key: "state",
  what: "the resource's properties",
  distinction: "its region or its provider",
};

/** Recorded answers to what a program asks of the world outside it. */
export class Lookups {
  /**
   * Reads a look-ups file. A file that does not exist has no entries, unless it was asked for by name.
   *
   * @param file The absolute path.
   * @param required Whether the file was asked for by name, and so must exist.
   * @param placeholders What a program goes on with where no answer is recorded.
   * @throws {@link PreflightError} with every mistake in the file.
   */
  static load(file: string, required: boolean, placeholders?: Placeholders): Lookups {
    const record = new LookupRecord(placeholders);
    if (isThere(file)) {
      return new Lookups(file, parseLookups(file, readText(file)), record);
    }
    if (required) {
      throw new PreflightError(
        "configuration",
        `the look-ups file ${file} does not exist; name a file with --lookups, or let \`preflight lookups\` write it.`,
      );
    }
    return new Lookups(file, { invokes: [], stackReferences: new Map(), reads: [] }, record);
  }

  private readonly uses = new EntryUses();

  private constructor(
    /** The absolute path; there need not be a file. */
    readonly file: string,
    private readonly content: LookupsContent,
    /** What the program asked for. */
    readonly record: LookupRecord,
  ) {}

  /** All answers, in which the secrets are marked. */
  get answers(): (JsonObject | null)[] {
    const { invokes, stackReferences, reads } = this.content;
    return [...invokes.map(({ result }) => result), ...stackReferences.values(), ...reads.map(({ state }) => state)];
  }

  /** What to say of each entry that answered calls of several Regions or providers alike, and does not name them. */
  get sharedAnswers(): string[] {
    return this.uses.warnings().map((warning) => `${this.file}: ${warning}`);
  }

  /**
   * The recorded result of a data-source call: that of the entry which names most of the call's arguments. Where there
   * is none, that of a function which AWS's provider answers without asking AWS is computed.
   *
   * Two entries that name as many of them, and differ in their results, are a mistake: neither is taken.
   *
   * @param args As the program passes them. Those that are secret, in the SDK's marker, are never printed.
   */
  invoke(token: string, args: JsonObject, site: CallSite): LookupAnswer {
    const entries = this.content.invokes.map((entry) => ({
      entry,
      answer: entry.result,
      rank: fitInvoke(entry, token, args, site),
    }));
    const kind = { ...INVOKES, what: `what ${token} returns` };
    const recorded = this.recorded(entries, kind, token, site);
    if (recorded?.found === true) {
      return recorded;
    }
    const computed = computedAnswer(token, args, site);
    if (computed !== undefined && "value" in computed) {
      return { found: true, value: computed.value, computed: true };
    }
    if (computed !== undefined && "refused" in computed) {
      return { found: false, message: `${token}: ${computed.refused}`, refused: true };
    }
    const why = computed === undefined ? "" : `, and it cannot be computed: ${computed.undetermined}`;
    return (
      recorded ?? this.missing(`no entry answers ${token}${why}`, "invokes", { kind: "invoke", token, args, site })
    );
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
  read(type: string, id: string, site: CallSite): LookupAnswer {
    const entries = this.content.reads.map((entry) => ({
      entry,
      answer: entry.state,
      rank: fitRead(entry, type, id, site),
    }));
    const subject = `${type} ${id}`;
    return (
      this.recorded(entries, READS, subject, site) ??
      this.missing(`no entry has the state of ${subject}`, "reads", { kind: "read", type, id, site })
    );
  }

  /** The answer of the entry that fits most closely; `undefined` where none fits. */
  private recorded(entries: Candidate[], kind: AnswerKind, subject: string, site: CallSite): LookupAnswer | undefined {
    const [best, second] = entries
      .map((candidate, index) => ({ ...candidate, index, rank: candidate.rank ?? -1 }))
      .filter(({ rank }) => rank >= 0)
      .sort((a, b) => b.rank - a.rank);
    if (best === undefined) {
      return undefined;
    }
    if (second?.rank === best.rank && canonical(second.answer) !== canonical(best.answer)) {
      const [first, last] = [best.index, second.index].sort((a, b) => a - b);
      return {
        found: false,
        message:
          `${this.file}: ${kind.section}[${first}] and ${kind.section}[${last}] both answer ${subject} and fit as ` +
          `closely; name ${kind.distinction} in the one that is meant.`,
      };
    }
    this.uses.note(`${kind.section}[${best.index}]`, subject, best.entry, site);
    return this.filled(best.answer, `${kind.section}[${best.index}].${kind.key}`, kind.what);
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
