import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { buildSync } from "esbuild";
import { Cloud } from "../provider/cloud";
import { type EngineEvent, readEvents } from "./events";
import { type ProjectCopy } from "./project";
import { sayUnknown } from "./suite";

/** The longest that one command may take, in milliseconds. */
const COMMAND_TIMEOUT_MS = 180_000;

/** The plugin that runs providers written in a program. A full installation of the CLI has it beside `pulumi`. */
const DYNAMIC_PROVIDER = path.join(
  path.dirname(require.resolve("@pulumi/pulumi/package.json")),
  "pulumi-resource-pulumi-nodejs",
);

/** What a command ended in. */
export interface Run {
  code: number;
  /** Both of its streams, as they came. */
  output: string;
  /** What the engine did, in order. */
  events: EngineEvent[];
}

/** What a command may be given. */
export interface RunOptions {
  /** Folders of policy packs. */
  policyPacks?: string[];
  /** A configuration file for each pack, in the same order. */
  policyPackConfigs?: string[];
  /** Further arguments. */
  args?: string[];
}

/** The real CLI and engine, with the stand-in for AWS's provider, a state of its own and a cloud of its own. */
export class Pulumi {
  /** The stand-in's cloud. */
  readonly cloud: Cloud;
  private readonly bin: string;
  private readonly cloudFolder: string;
  private count = 0;

  /**
   * @param project The project that it works on; its folder is written to.
   * @param scratch Where the state is kept, another project's where the two refer to each other.
   */
  constructor(
    private readonly project: ProjectCopy,
    private readonly scratch = project.scratch,
  ) {
    this.bin = path.join(project.scratch, "bin");
    this.cloudFolder = path.join(scratch, "cloud");
    this.cloud = new Cloud(this.cloudFolder);
    for (const folder of ["state", "home"]) {
      fs.mkdirSync(path.join(scratch, folder), { recursive: true });
    }
    buildStandIn(this.bin);
    fs.symlinkSync(DYNAMIC_PROVIDER, path.join(this.bin, path.basename(DYNAMIC_PROVIDER)));
  }

  /** Makes a stack. Its configuration file gains a salt, in the copy. */
  async init(stack: string): Promise<void> {
    await this.mustRun(["stack", "init", "--no-select"], stack);
  }

  /** Previews a stack and writes the plan, which says what the program asked for. */
  async preview(stack: string, planFile: string, options: RunOptions = {}): Promise<Run> {
    return this.operation(["preview", "--save-plan", planFile, "--show-secrets"], stack, options);
  }

  async up(stack: string, options: RunOptions = {}): Promise<Run> {
    return this.operation(["up", "--yes", "--skip-preview"], stack, options);
  }

  async destroy(stack: string, options: RunOptions = {}): Promise<Run> {
    return this.operation(["destroy", "--yes", "--skip-preview"], stack, options);
  }

  /** Deploys a stack of another project, whose state this one may then refer to. */
  async deployOther(project: ProjectCopy, stack: string): Promise<Run> {
    const other = new Pulumi(project, this.project.scratch);
    await other.init(stack);
    return other.up(stack);
  }

  /** Runs any command on a stack. */
  async run(args: string[], stack: string): Promise<Run> {
    const [code, output] = await this.spawn([...args, "--stack", stack], stack);
    return { code, output, events: [] };
  }

  private async mustRun(args: string[], stack: string): Promise<void> {
    const { code, output } = await this.run(args, stack);
    if (code !== 0) {
      throw new Error(`pulumi ${args.join(" ")} ended with ${code}:\n${output}`);
    }
  }

  private async operation(args: string[], stack: string, options: RunOptions): Promise<Run> {
    const log = path.join(this.project.scratch, `events-${this.count++}.json`);
    const packs = (options.policyPacks ?? []).flatMap((folder) => ["--policy-pack", folder]);
    const configs = (options.policyPackConfigs ?? []).flatMap((file) => ["--policy-pack-config", file]);
    const all = [...args, "--event-log", log, "--stack", stack, ...packs, ...configs, ...(options.args ?? [])];
    const [code, output] = await this.spawn(all, stack);
    sayUnknown(this.cloud.unknownTypes());
    return { code, output, events: readEvents(log) };
  }

  private spawn(args: string[], stack: string): Promise<[number, string]> {
    const lookups = this.project.lookups(stack);
    const child = spawn("pulumi", [...args, "--non-interactive", "--color", "never"], {
      cwd: this.project.root,
      env: { ...this.environment(), ...(lookups === undefined ? {} : { STAND_IN_LOOKUPS: lookups }) },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: COMMAND_TIMEOUT_MS,
    });
    return new Promise((resolve, reject) => {
      let output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => (output += text));
      }
      child.on("error", reject);
      child.on("close", (code, signal) => resolve([code ?? -1, signal === null ? output : `${output}\n${signal}`]));
    });
  }

  /** The caller's environment without anything that names an AWS account or a Pulumi backend. */
  private environment(): NodeJS.ProcessEnv {
    const inherited = Object.entries(process.env).filter(([name]) => !/^(AWS_|PULUMI_)/.test(name));
    const scratch = this.scratch;
    return {
      ...Object.fromEntries(inherited),
      PATH: `${this.bin}${path.delimiter}${process.env["PATH"] ?? ""}`,
      PULUMI_BACKEND_URL: `file://${path.join(scratch, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "engine suite",
      PULUMI_DEBUG_COMMANDS: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      PULUMI_EXPERIMENTAL: "true",
      PULUMI_HOME: path.join(scratch, "home"),
      PULUMI_SKIP_UPDATE_CHECK: "true",
      STAND_IN_CLOUD: this.cloudFolder,
      STAND_IN_SDK: path.dirname(require.resolve("@pulumi/aws/package.json")),
    };
  }
}

/** Bundles the stand-in as the executable that the engine looks for on PATH. */
export function buildStandIn(folder: string): void {
  const file = path.join(folder, "pulumi-resource-aws");
  buildSync({
    entryPoints: [path.join(__dirname, "..", "provider", "main.ts")],
    outfile: file,
    bundle: true,
    platform: "node",
    target: "node20",
    // jsonc-parser's main file is in a format that cannot be bundled; its module is.
    mainFields: ["module", "main"],
    banner: { js: "#!/usr/bin/env node" },
    logLevel: "error",
  });
  fs.chmodSync(file, 0o755);
}
