import { join } from "node:path";
import { mustRun, pathWith, run, type RunOptions } from "./run";
import { folder } from "./scratch";

/** A package manager of other teams. */
export interface Manager {
  name: string;
  /** What to get it with, where it is not there; it must succeed. */
  probe: string[];
  /** The arguments that install what a project's package.json names, without install scripts: many teams forbid them. */
  install: string[];
}

const TOOLS = folder("tools");

/** The manager that comes with Node.js. */
export const NPM: Manager = {
  name: "npm",
  probe: ["view", "@pulumi/pulumi", "name"],
  install: ["install", "--ignore-scripts", "--no-audit", "--no-fund"],
};

/** npm, and those that npm gets from the registry. */
export const MANAGERS: Manager[] = [
  NPM,
  {
    name: "pnpm",
    probe: ["install", "--ignore-scripts", "--prefix", TOOLS, "pnpm@10"],
    install: ["install", "--ignore-scripts", "--no-frozen-lockfile", "--store-dir", folder("pnpm-store")],
  },
  {
    name: "yarn",
    probe: ["install", "--ignore-scripts", "--prefix", TOOLS, "yarn@1"],
    install: ["install", "--ignore-scripts", "--non-interactive", "--cache-folder", folder("yarn-cache")],
  },
];

/** Why a manager can install nothing here, in npm's words; `undefined` where it can. */
export function whyNot({ name, probe }: Manager): string | undefined {
  const { code, output } = run("npm", probe, { cwd: TOOLS, env: { npm_config_fetch_retries: "0" } });
  return code === 0 ? undefined : `the registry gives nothing to ${name}: ${output.trim().split("\n", 1)[0]}`;
}

/** Installs what a project's package.json names. */
export function install({ name, install: args }: Manager, { cwd }: RunOptions): void {
  mustRun(name, args, { cwd, env: { PATH: pathWith(join(TOOLS, "node_modules", ".bin")) } });
}
