import { execFileSync, spawnSync } from "node:child_process";
import { delimiter } from "node:path";
import { folder, REPOSITORY } from "./scratch";

/** What a command ended in. */
export interface Run {
  code: number;
  stdout: string;
  /** Both streams, for whoever reads why it failed. */
  output: string;
}

/** How a command is run. */
export interface RunOptions {
  cwd: string;
  /** Further variables of its environment. */
  env?: NodeJS.ProcessEnv;
  /** The longest that it may take, in seconds. @default 300 */
  timeoutSeconds?: number;
}

const npmSetting = (name: string): string =>
  execFileSync("npm", ["config", "get", name], { cwd: REPOSITORY, encoding: "utf8" }).trim();

/**
 * A machine of another team: nothing of this repository or of the npm that runs its tests, and homes and caches in the
 * temporary folder. The registry and its credentials are the machine's own.
 */
const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD|NODE_OPTIONS|PULUMI_|AWS_|XDG_)/i.test(name)),
  ),
  HOME: folder("home"),
  npm_config_cache: folder("npm-cache"),
  npm_config_registry: npmSetting("registry"),
  npm_config_userconfig: npmSetting("userconfig"),
  npm_config_update_notifier: "false",
};

/** Runs a command on a foreign machine. */
export function run(command: string, args: string[], { cwd, env, timeoutSeconds = 300 }: RunOptions): Run {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...ENVIRONMENT, ...env },
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    timeout: timeoutSeconds * 1000,
  });
  const output = [stdout, stderr, error?.message ?? ""].join("");
  return { code: status ?? -1, stdout, output };
}

/** Runs a command that must succeed, and gives its standard output. */
export function mustRun(command: string, args: string[], options: RunOptions): string {
  const { code, stdout, output } = run(command, args, options);
  if (code !== 0) {
    throw new Error(`${command} ${args.join(" ")} ended with ${code} in ${options.cwd}:\n${output}`);
  }
  return stdout;
}

/** A PATH on which a folder comes first. */
export function pathWith(directory: string): string {
  return [directory, process.env["PATH"] ?? ""].join(delimiter);
}
