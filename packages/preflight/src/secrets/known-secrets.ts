import { type Json, SECRET_TEXT } from "../document";
import { eachText } from "../wire/values";
import { spellingsOf } from "./spellings";
import { SHORTEST, type Sought, TextSearch } from "./text-search";

/** A secret of the program that is shorter, or a number, is hidden where it is a word of its own, and not within others. */
const SHORTEST_WITHIN_WORDS = 8;

/** A secret number has at least so many digits where it is looked for: shorter ones are ports, sizes and counts. */
const SHORTEST_NUMBER = 6;

/** What is never looked for, secret or not: every report is full of it. */
const COMMON = /^(true|false)$/i;

/**
 * The secrets that one preview comes to know, and texts without them.
 *
 * Pulumi's CLI hides those of the configuration, with three characters or more, wherever they stand; so does this. What
 * the program marks may also be a common word, or lie in an object that is secret for another part of it: short ones count
 * as words only, and what a file has in plain text is no secret.
 *
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/util/logging/log.go
 */
export class KnownSecrets {
  private readonly configured = new Set<string>();
  private readonly marked = new Set<string>();
  private readonly plain = new Set<string>();
  private search: TextSearch | undefined;

  /** Learns the secrets of the stack's configuration. */
  learnConfigured(texts: string[]): void {
    this.search = undefined;
    texts.flatMap(partsOf).forEach((part) => this.configured.add(part));
  }

  /** Learns what is marked as secret in a value of the program. */
  learn(value: Json | undefined): void {
    this.search = undefined;
    eachText(value, (text, secret) => {
      if (secret) {
        partsOf(text).forEach((part) => this.marked.add(part));
      }
    });
  }

  /** Learns what the project's files have in plain text: there it is nothing to hide. */
  learnPlain(value: Json): void {
    this.search = undefined;
    eachText(value, (text, secret) => secret || this.plain.add(String(text)));
  }

  /** Whether there is nothing to hide. */
  get none(): boolean {
    return this.configured.size + this.marked.size === 0;
  }

  /** A text without the secrets. */
  hide(text: string): string {
    this.search ??= this.prepared();
    return this.search.replace(text, SECRET_TEXT);
  }

  private prepared(): TextSearch {
    const marked = [...this.marked].filter((text) => !this.plain.has(text) && !this.configured.has(text));
    return new TextSearch([
      ...[...this.configured].flatMap((text) => spelt(text, false)),
      ...marked.flatMap((text) => spelt(text, text.length < SHORTEST_WITHIN_WORDS || /^\d+$/.test(text))),
    ]);
  }
}

function spelt(text: string, asWord: boolean): Sought[] {
  return [...spellingsOf(text)].map((spelling) => ({ text: spelling, asWord }));
}

/** The texts that give a secret away: itself, and what of it may turn up alone. */
function partsOf(secret: string | number): string[] {
  if (typeof secret === "number") {
    return String(secret).length < SHORTEST_NUMBER ? [] : [String(secret)];
  }
  const parts = [secret, secret.trim()].filter((text) => text.trim().length >= SHORTEST && !COMMON.test(text));
  // A key or a certificate may be printed line by line, and of an object each value by itself.
  const lines = secret.split("\n").map((line) => line.trim());
  parts.push(...lines.filter((line) => line.length >= SHORTEST_WITHIN_WORDS));
  eachText(objectIn(secret), (text) => parts.push(...partsOf(text)));
  return parts;
}

/** The object or list that a text is in JSON: the texts in it are the secrets. */
function objectIn(text: string): Json | undefined {
  if (!/^\s*[{[]/.test(text)) {
    return undefined;
  }
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
