import { type Json, SECRET_TEXT } from "../../document";
import { didYouMean } from "../../files/closest";
import { type JsonObject } from "../types";

/** A mistake in the arguments of a function: what AWS's provider, too, would refuse. */
export class ArgumentError extends Error {
  /** @param shown The part of the message that quotes an argument, which may be a secret. */
  constructor(
    message: string,
    private readonly shown = "",
  ) {
    super(message);
  }

  /** The message without what it quotes. */
  withoutValue(): string {
    return this.shown === "" ? this.message : this.message.replaceAll(this.shown, SECRET_TEXT);
  }
}

/** The arguments of one call, or one object among them. An argument that is `null` is not given. */
export class Arguments {
  /**
   * @param path Where the object stands within the arguments, with a full stop at its end; empty for all of them.
   * @param known The names that there are.
   * @throws {@link ArgumentError} where another name is given.
   */
  constructor(
    private readonly values: JsonObject,
    known: readonly string[],
    private readonly path = "",
  ) {
    for (const name of Object.keys(values)) {
      if (!known.includes(name)) {
        const fix = didYouMean(name, known, `the arguments are ${known.join(", ")}.`, (near) => `"${near}"`);
        throw new ArgumentError(`there is no argument ${path}${name}; ${fix}`);
      }
    }
  }

  /** Any value, as text where it is a number or a truth value, which the provider makes one too. */
  text(name: string): string | undefined {
    const value = this.values[name] ?? undefined;
    return value === undefined ? undefined : this.toText(value, name);
  }

  /** @throws {@link ArgumentError} where it is not given. */
  requiredText(name: string): string {
    return this.text(name) ?? this.missing(name);
  }

  /**
   * A text that is one of a few.
   *
   * @throws {@link ArgumentError} where it is another.
   */
  choice(name: string, allowed: readonly string[], standard: string): string {
    const value = this.text(name) ?? standard;
    return allowed.includes(value) ? value : this.wrong(name, allowed.join(" or "), value);
  }

  /** A list of texts; `undefined` where it is not given. */
  texts(name: string): string[] | undefined {
    return this.list(name)?.map((item, index) => this.toText(item, `${name}[${index}]`));
  }

  /** @throws {@link ArgumentError} where it is not given. */
  requiredTexts(name: string): string[] {
    return this.texts(name) ?? this.missing(name);
  }

  /** A list of objects of these arguments; empty where it is not given. */
  objects(name: string, known: readonly string[]): Arguments[] {
    return (this.list(name) ?? []).map((item, index) =>
      isObject(item)
        ? new Arguments(item, known, `${this.path}${name}[${index}].`)
        : this.wrong(`${name}[${index}]`, "an object", item),
    );
  }

  private list(name: string): Json[] | undefined {
    const value = this.values[name] ?? undefined;
    return value === undefined || Array.isArray(value) ? value : this.wrong(name, "a list", value);
  }

  private toText(value: Json, name: string): string {
    return value === null || typeof value === "object" ? this.wrong(name, "text", value) : String(value);
  }

  private missing(name: string): never {
    throw new ArgumentError(`${this.path}${name} is required; add it.`);
  }

  private wrong(name: string, allowed: string, value: Json): never {
    throw mistaken(`${this.path}${name}`, allowed, value);
  }
}

/** Something that must be something else. */
export function mistaken(place: string, allowed: string, value: Json): ArgumentError {
  const found = JSON.stringify(value);
  return new ArgumentError(`${place} must be ${allowed}, but is ${found}; correct it.`, found);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
