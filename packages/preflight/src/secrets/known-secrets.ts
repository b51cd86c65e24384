import { type Json, SECRET_TEXT } from "../document";
import { eachSecret } from "../wire/values";
import { spellingsOf } from "./spellings";
import { SHORTEST, TextSearch } from "./text-search";

/** A secret of the program that is shorter is hidden where it is a word of its own, and shown as part of another. */
const SHORTEST_WITHIN_WORDS = 8;

/** A secret number has at least so many digits where it is looked for: shorter ones are ports, sizes and counts. */
const SHORTEST_NUMBER = 6;

/** What is never looked for, secret or not: every report is full of it. */
const COMMON = /^(true|false)$/i;

/**
 * The secrets that one preview comes to know, and texts without them.
 *
 * Pulumi's CLI hides those of the configuration, with three characters or more, wherever they stand; so does this. Those
 * that the program marks are also common words at times, so that short ones count as words only.
 *
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/util/logging/log.go
 */
export class KnownSecrets {
  /** The texts, and whether each counts only where it is a word of its own. */
  private readonly texts = new Map<string, boolean>();
  private search: TextSearch | undefined;

  /** Learns the secrets of the stack's configuration. */
  learnConfigured(texts: string[]): void {
    texts.forEach((text) => this.add(text, SHORTEST));
  }

  /** Learns what is marked as secret in a value of the program. */
  learn(value: Json | undefined): void {
    eachSecret(value, (secret) => this.add(secret, SHORTEST_WITHIN_WORDS));
  }

  /** Whether there is nothing to hide. */
  get none(): boolean {
    return this.texts.size === 0;
  }

  /** A text without the secrets. */
  hide(text: string): string {
    this.search ??= new TextSearch(
      [...this.texts].flatMap(([known, asWord]) => [...spellingsOf(known)].map((spelt) => ({ text: spelt, asWord }))),
    );
    return this.search.replace(text, SECRET_TEXT);
  }

  private add(secret: string | number, withinWords: number): void {
    if (typeof secret === "number") {
      this.addText(String(secret), SHORTEST_NUMBER, Infinity);
      return;
    }
    this.addText(secret, SHORTEST, withinWords);
    this.addText(secret.trim(), SHORTEST, withinWords);
    // A key or a certificate may be printed line by line, and of an object each value by itself.
    secret.split("\n").forEach((line) => this.addText(line.trim(), SHORTEST_WITHIN_WORDS, withinWords));
    eachSecret(objectIn(secret), (part) => this.add(part, withinWords), true);
  }

  private addText(text: string, shortest: number, withinWords: number): void {
    if (text.trim().length < shortest || COMMON.test(text)) {
      return;
    }
    const asWord = text.length < withinWords && this.texts.get(text) !== false;
    if (this.texts.get(text) !== asWord) {
      this.texts.set(text, asWord);
      this.search = undefined;
    }
  }
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
