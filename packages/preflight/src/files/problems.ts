import { PreflightError } from "../errors";
import { describeKind, type GoValue } from "./go-values";
import { type MarkupPath } from "./markup";

/** The mistakes of one file: collects them all, then throws them as one error. */
export class Problems<Place = MarkupPath> {
  private readonly found: string[] = [];

  /** @param file Tells where a place is, as `file:line:column`. */
  constructor(private readonly file: { at(place: Place): string }) {}

  /** Records a mistake, in a sentence. */
  add(place: Place, sentence: string): void {
    this.found.push(`${this.file.at(place)}: ${sentence}`);
  }

  /**
   * Ends the checks.
   *
   * @throws {@link PreflightError} with every mistake recorded, if there is one.
   */
  done(): void {
    if (this.found.length > 0) {
      throw new PreflightError("configuration", this.found.join("\n"));
    }
  }
}

/** A value that must be text where it is set; `undefined` where it is not, or is wrong. */
export function textAt(
  path: MarkupPath,
  value: GoValue | undefined,
  fix: string,
  problems: Problems,
): string | undefined {
  if (value === undefined || value === null || typeof value === "string") {
    return value ?? undefined;
  }
  problems.add(path, `\`${path.join(".")}\` must be text, but is ${describeKind(value)}; ${fix}.`);
  return undefined;
}
