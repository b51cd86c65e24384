import { type Project, type StackSettings } from "../project";
import { PreflightError } from "../errors";
import { type JsonObject, type LookupAnswer } from "./types";

/** The file that a stack's look-ups are read from where none is named: beside Pulumi.<stack>.yaml. */
export function lookupsFile(project: Project, stack: StackSettings): string {
  return `${project.stackDirectory}/lookups.${stack.name}.json`;
}

/** Recorded answers to what a program asks of the world outside it. */
export class Lookups {
  /**
   * Reads a look-ups file. A file that does not exist has no entries, unless it was asked for by name.
   *
   * @param file The absolute path.
   * @param required Whether the file was asked for by name, and so must exist.
   */
  static load(file: string, required: boolean): Lookups {
    throw new PreflightError("configuration", `${file} ${required}`);
  }

  private constructor(readonly file: string) {}

  /** The recorded result of a data-source call. Secrets in `args` must be wrapped in the SDK's marker; they are never printed. */
  invoke(token: string, args: JsonObject): LookupAnswer {
    return { found: false, message: `${this.file} ${token} ${Object.keys(args).length}` };
  }

  /** The recorded outputs of another stack. */
  stackReference(name: string): LookupAnswer {
    return { found: false, message: `${this.file} ${name}` };
  }

  /** The recorded state of a resource that the program reads with `.get`. */
  read(type: string, id: string): LookupAnswer {
    return { found: false, message: `${this.file} ${type} ${id}` };
  }
}
