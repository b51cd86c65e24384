import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { buildSync } from "esbuild";

/** The root of the repository. */
export const REPOSITORY = path.resolve(__dirname, "..", "..", "..", "..", "..");

/** What preflight loads into the processes of programs. */
const PRELOAD = path.join(REPOSITORY, "packages", "preflight", "src", "preload");

/** How a program is compiled. Types were checked before; neither the engine nor preflight is to check them again. */
const PROGRAM_TSCONFIG = {
  extends: path.join(REPOSITORY, "tsconfig.base.json"),
  compilerOptions: { noCheck: true },
};

/** A file of a stack's configuration, which `pulumi stack init` writes to. */
const STACK_FILE = /^Pulumi\.[\w-]+\.ya?ml$/;

/**
 * A Pulumi project that may be written to, in a folder of its own.
 *
 * Pulumi writes to a project: a salt to the stack's file, for one. A copy keeps the checkout as it is.
 */
export class ProjectCopy {
  /** Where Pulumi's state and the stand-in's cloud are kept. */
  readonly scratch: string;
  /** The project's folder. */
  readonly root: string;
  private readonly configFolder: string;

  private constructor(scratch: string, configFolder: string) {
    this.scratch = scratch;
    this.root = path.join(scratch, "project");
    this.configFolder = path.join(this.root, configFolder);
  }

  /** Copies a program of this suite. */
  static ofProgram(name: string): ProjectCopy {
    return ProjectCopy.ofFolder(path.join(__dirname, "..", "programs", name));
  }

  /**
   * Copies a program of this suite that is deployed over and over: as one file with the sources of this repository's packages, so
   * that no run compiles them. The engine starts it in half the time, and what it registers is the same.
   */
  static ofBundledProgram(name: string): ProjectCopy {
    const copy = ProjectCopy.ofProgram(name);
    const [source, settings] = ["index.ts", "Pulumi.yaml"].map((file) => path.join(copy.root, file)) as [
      string,
      string,
    ];
    buildSync({
      entryPoints: [source],
      outfile: path.join(copy.root, "index.js"),
      bundle: true,
      platform: "node",
      target: "node20",
      // The packages load the compiler only as plugins; with it, each run would read and parse ten megabytes.
      external: ["@pulumi/*", "esbuild", "typescript"],
      logLevel: "error",
    });
    fs.rmSync(source);
    // The SDK's compiler and npm's resolver, which no such program uses, are a third of each run.
    buildSync({
      stdin: { contents: "require('./lazy-modules').deferHeavyModules();", resolveDir: PRELOAD },
      outfile: path.join(copy.root, "lean.js"),
      bundle: true,
      platform: "node",
      target: "node20",
      external: ["typescript", "ts-node"],
      // jsonc-parser's main file is in a format that cannot be bundled; its module is.
      mainFields: ["module", "main"],
      logLevel: "error",
    });
    const options = "typescript: false\n    nodeargs: --require ./lean.js";
    fs.writeFileSync(settings, fs.readFileSync(settings, "utf8").replace("typescript: true", options));
    return copy;
  }

  /** Copies a project whose stack files lie beside its Pulumi.yaml. */
  static ofFolder(folder: string): ProjectCopy {
    const copy = new ProjectCopy(scratchFolder(path.basename(folder)), ".");
    fs.cpSync(folder, copy.root, { recursive: true, filter: (file) => path.basename(file) !== "node_modules" });
    fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(copy.root, "node_modules"));
    fs.writeFileSync(path.join(copy.root, "tsconfig.json"), JSON.stringify(PROGRAM_TSCONFIG));
    return copy;
  }

  /** The repository itself: links to everything in it, except that stack files are copies. */
  static ofRepository(): ProjectCopy {
    const copy = new ProjectCopy(scratchFolder("groundwork"), "stacks");
    link(REPOSITORY, copy.root, (name) => name !== "stacks");
    link(path.join(REPOSITORY, "stacks"), path.join(copy.root, "stacks"), () => true);
    return copy;
  }

  /** Another copy, as this one is now: with what was deployed from it and what that made. */
  fork(): ProjectCopy {
    const copy = new ProjectCopy(scratchFolder("fork"), path.relative(this.root, this.configFolder));
    for (const folder of ["project", "state", "cloud"]) {
      fs.cpSync(path.join(this.scratch, folder), path.join(copy.scratch, folder), { recursive: true });
    }
    return copy;
  }

  /** The file of look-ups of a stack; `undefined` where it has none. */
  lookups(stack: string): string | undefined {
    const file = path.join(this.configFolder, `lookups.${stack}.json`);
    return fs.existsSync(file) ? file : undefined;
  }

  /** Removes the copy and everything made with it. */
  remove(): void {
    fs.rmSync(this.scratch, { recursive: true, force: true });
  }
}

function scratchFolder(name: string): string {
  return fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), `engine-${name}-`));
}

function link(from: string, to: string, wanted: (name: string) => boolean): void {
  fs.mkdirSync(to);
  for (const name of fs.readdirSync(from).filter(wanted)) {
    if (STACK_FILE.test(name)) {
      fs.copyFileSync(path.join(from, name), path.join(to, name));
    } else {
      fs.symlinkSync(path.join(from, name), path.join(to, name));
    }
  }
}
