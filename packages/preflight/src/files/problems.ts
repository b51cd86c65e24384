import { PreflightError } from "../errors";
import { describeKind, type GoValue } from "./go-values";
import { type Markup, type MarkupPath } from "./markup";

/** The mistakes of one file: collects them all, then throws them as one error. */
export class Problems {
  private readonly found: string[] = [];

  constructor(private readonly markup: Markup) {}

  /** Records a mistake at a place in the file. */
  add(path: MarkupPath, sentence: string): void {
    this.found.push(`${this.markup.at(path)}: ${sentence}`);
  }

  /** A value that must be text where it is set; `undefined` where it is not, or is wrong. */
  text(path: MarkupPath, value: GoValue | undefined, fix: string): string | undefined {
    if (value === undefined || value === null || typeof value === "string") {
      return value ?? undefined;
    }
    this.add(path, `\`${path.join(".")}\` must be text, but is ${describeKind(value)}; ${fix}.`);
    return undefined;
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
