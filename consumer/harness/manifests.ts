import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "./scratch";

/** The parts of a package.json that are read here. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  main?: string;
  types?: string;
  exports?: unknown;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** A workspace: its folder from the repository's root, and its manifest. */
export interface Workspace {
  folder: string;
  manifest: Manifest;
}

/** All workspaces. */
export const WORKSPACES: Workspace[] = [
  ...readdirSync(join(REPOSITORY, "packages")).map((name) => `packages/${name}`),
  "policies",
  "stacks",
].map((folder) => ({
  folder,
  manifest: JSON.parse(readFileSync(join(REPOSITORY, folder, "package.json"), "utf8")) as Manifest,
}));

/** The packages that are compiled to be installed: core and the component packages. */
export const COMPILED = WORKSPACES.filter(({ manifest }) => manifest.main === "bin/index.js");

/** The component packages, by their folder's name. */
export const COMPONENT_PACKAGES = COMPILED.map(({ folder }) => folder.slice("packages/".length)).filter(
  (name) => name !== "core",
);
