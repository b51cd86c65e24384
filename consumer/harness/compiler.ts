import { createRequire } from "node:module";
import { join } from "node:path";
import type * as typescript from "typescript";

/** What a compiler says of a program. */
export interface Compiled {
  /** How much it read, in characters: the program, and all declarations that it loads. Time and memory follow it. */
  size: number;
  /** Its messages about the program and about Groundwork's declarations. */
  messages: string[];
}

/**
 * A project's own TypeScript, which reads each file once for all programs: most of the time goes into AWS's declarations.
 */
export class Compiler {
  private readonly ts: typeof typescript;
  private readonly read = new Map<string, typescript.SourceFile | undefined>();

  constructor(private readonly root: string) {
    this.ts = createRequire(join(root, "package.json"))("typescript") as typeof typescript;
  }

  /** Checks a program of some files with options as tsconfig.json writes them. */
  check(files: string[], compilerOptions: object): Compiled {
    const { ts } = this;
    const { options, errors } = ts.convertCompilerOptionsFromJson(compilerOptions, this.root);
    const host = ts.createCompilerHost(options);
    const parse = host.getSourceFile.bind(host);
    host.getSourceFile = (name, settings) => {
      const key = `${name} ${JSON.stringify(settings)}`;
      if (!this.read.has(key)) {
        this.read.set(key, parse(name, settings));
      }
      return this.read.get(key);
    };
    host.getCurrentDirectory = () => this.root;
    const program = ts.createProgram(files, options, host);
    const checked = program
      .getSourceFiles()
      .filter((each) => !each.fileName.includes("/node_modules/") || isOurs(each));
    const messages = [
      ...errors,
      ...program.getOptionsDiagnostics(),
      ...program.getGlobalDiagnostics(),
      ...checked.flatMap((each) => [...program.getSyntacticDiagnostics(each), ...program.getSemanticDiagnostics(each)]),
    ];
    return {
      size: program.getSourceFiles().reduce((sum, { text }) => sum + text.length, 0),
      messages: messages.map((message) => ts.formatDiagnostic(message, host)),
    };
  }
}

function isOurs({ fileName }: typescript.SourceFile): boolean {
  return fileName.includes("/@groundwork/");
}
