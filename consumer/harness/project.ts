import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { install, type Manager } from "./managers";
import { type Run, run } from "./run";
import { folder, REPOSITORY } from "./scratch";
import { tarballs } from "./tarballs";

/** What a Pulumi program is compiled with: the file that `pulumi new aws-typescript` writes. */
export const PULUMI_TEMPLATE = {
  strict: true,
  outDir: "bin",
  target: "es2020",
  module: "commonjs",
  moduleResolution: "node",
  sourceMap: true,
  experimentalDecorators: true,
  pretty: true,
  noFallthroughCasesInSwitch: true,
  noImplicitReturns: true,
  forceConsistentCasingInFileNames: true,
};

/**
 * What a foreign project has beside Groundwork's packages: the versions that this repository has installed or, with
 * `CONSUMER_NEWEST` in the environment, the newest that suit Node.js and the packages.
 */
const OWN_DEPENDENCIES = {
  "@pulumi/pulumi": "^3.248.0",
  "@pulumi/aws": "^7.48.0",
  typescript: "~5.9.3",
  "@types/node": "20",
};

/** A project of another team, which has all packages from their tarballs. */
export class ForeignProject {
  readonly root: string;

  constructor(private readonly manager: Manager) {
    this.root = folder("projects", manager.name);
    const given = Object.fromEntries(Object.entries(tarballs()).map(([name, file]) => [name, `file:${file}`]));
    const newest = process.env["CONSUMER_NEWEST"] !== undefined;
    const own = Object.fromEntries(
      Object.entries(OWN_DEPENDENCIES).map(([name, range]) => [name, newest ? range : installedVersion(name)]),
    );
    this.writeJson("package.json", {
      name: "foreign",
      private: true,
      dependencies: { ...given, ...own },
      // No registry has the packages that these ask one another for. Yarn takes the newest SDK for whoever asks for any,
      // whatever version of Node.js that needs.
      resolutions: { ...given, "@pulumi/pulumi": own["@pulumi/pulumi"] },
    });
    this.writeJson("pnpm-workspace.yaml", { overrides: given });
    this.writeJson("tsconfig.json", { compilerOptions: PULUMI_TEMPLATE, files: [] });
  }

  install(): void {
    install(this.manager, { cwd: this.root });
  }

  /** Copies a file or a folder of this repository into the project. */
  copy(from: string, to: string): void {
    cpSync(join(REPOSITORY, from), join(this.root, to), { recursive: true });
  }

  /** Writes a file of the project, and gives its path. */
  write(name: string, text: string): string {
    const file = join(this.root, name);
    writeFileSync(file, text);
    return file;
  }

  /** Writes JSON, which is YAML too. */
  private writeJson(name: string, content: unknown): void {
    this.write(name, JSON.stringify(content, undefined, 2));
  }

  /** The installed pack. */
  get pack(): string {
    return join(this.root, "node_modules", "@groundwork", "policies");
  }

  /** Runs the installed preflight. */
  preflight(cwd: string, args: string[]): Run {
    return run(join(this.root, "node_modules", ".bin", "preflight"), args, { cwd: join(this.root, cwd) });
  }
}

/** The version of a package that this repository has installed. */
function installedVersion(name: string): string {
  const manifest = createRequire(__filename).resolve(`${name}/package.json`);
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version.replace(/^v/, "");
}
