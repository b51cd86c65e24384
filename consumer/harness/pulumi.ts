import { cpSync } from "node:fs";
import { basename, join } from "node:path";
import { buildStandIn } from "@groundwork/preflight/test/conformance/harness/pulumi";
import { mustRun, pathWith, run, type Run } from "./run";
import { folder, REPOSITORY } from "./scratch";

/** What a checkout has that a clone of the repository does not. */
const NOT_CLONED = new Set(["node_modules", "dist", "out", ".git", ".turbo"]);

let standIn: string | undefined;

/** The real CLI on a foreign machine, with preflight's stand-in for AWS's provider. */
export class Pulumi {
  /** @param sdk The folder of the `@pulumi/aws` that the stand-in knows AWS's resources from. */
  constructor(private readonly sdk = join(REPOSITORY, "node_modules", "@pulumi", "aws")) {
    if (standIn === undefined) {
      standIn = folder("stand-in");
      buildStandIn(standIn);
    }
  }

  /** Runs a command that must succeed, and gives its standard output. */
  mustRun(args: string[], cwd: string): string {
    return mustRun("pulumi", [...args, "--non-interactive", "--color", "never"], { cwd, env: this.environment() });
  }

  /** Previews a stack of a project, which is made before. */
  preview(stack: string, cwd: string, args: string[] = []): Run {
    this.mustRun(["stack", "init", stack, "--no-select"], cwd);
    const all = ["preview", "--stack", stack, ...args, "--non-interactive", "--color", "never"];
    return run("pulumi", all, { cwd, env: this.environment() });
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      PATH: pathWith(standIn!),
      PULUMI_BACKEND_URL: `file://${folder("pulumi-state")}`,
      PULUMI_CONFIG_PASSPHRASE: "consumer",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      PULUMI_HOME: folder("pulumi-home"),
      PULUMI_SKIP_UPDATE_CHECK: "true",
      STAND_IN_CLOUD: folder("cloud"),
      STAND_IN_SDK: this.sdk,
    };
  }
}

/** The URNs of the resources that a preview in JSON would make. */
export function urnsOf(preview: string): string[] {
  const { steps } = JSON.parse(preview) as { steps: { urn: string }[] };
  return steps.map(({ urn }) => urn).sort();
}

/** A clone of the repository: what Pulumi downloads to run a plugin from its sources. */
export function cloneOfRepository(): string {
  const clone = folder("clone");
  cpSync(REPOSITORY, clone, { recursive: true, filter: (file) => !NOT_CLONED.has(basename(file)) });
  return clone;
}
