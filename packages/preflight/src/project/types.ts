import { type Diagnostic, type EnforcementLevel, type Json } from "../document";
import { type GoValue } from "../files/go-values";

/** How Pulumi's Node.js language host is to run a program or a pack: the options under `runtime` in its file. */
export interface RuntimeOptions {
  /** Whether the language host compiles TypeScript itself, with ts-node. */
  typescript: boolean;
  /** The tsconfig.json that it compiles with, relative to the program's directory; absent for the usual search. */
  tsconfig?: string;
  /** Arguments for `node`, split as a shell would. */
  nodeArgs: string[];
}

/** The place of a program: what Pulumi's engine hands to the language host. */
export interface Program {
  /** The absolute directory that the program runs in. */
  directory: string;
  /** The program within that directory: a file name, or `.` where package.json or `index` names it. */
  entryPoint: string;
}

/** The type that a project declares for one of its configuration keys. */
export interface ConfigType {
  /** `string`, `integer`, `boolean`, `object` or `array`. */
  type: string;
  /** What an array holds. */
  items?: ConfigType;
}

/** A Pulumi project: what its Pulumi.yaml says, checked. */
export interface Project {
  name: string;
  /** The absolute path of Pulumi.yaml, Pulumi.yml or Pulumi.json. */
  file: string;
  /** The absolute directory of that file. */
  root: string;
  /** The absolute directory of the stacks' files. */
  stackDirectory: string;
  program: Program;
  runtimeOptions: RuntimeOptions;
  /** Configuration that holds for every stack, by the key as the file spells it. */
  config: Map<string, ProjectConfigEntry>;
}

/** One key of the project's `config` block. */
export interface ProjectConfigEntry {
  type?: ConfigType;
  /** Whether a stack must give the value encrypted. */
  secret: boolean;
  /** The value of stacks that set none: `default` or `value`; absent where every stack must set one. */
  default?: GoValue;
}

/** One value for the provider that Pulumi makes for a package where the program names none. */
export interface ProviderConfigValue {
  value: string;
  secret: boolean;
}

/** One stack, as the engine would hand it to the program. */
export interface StackSettings {
  name: string;
  organization: string;
  project: string;
  /** The absolute path of Pulumi.<stack>.yaml. */
  file: string;
  /** Every value as Pulumi passes it: text, or JSON where the value is no text; by `namespace:name`. */
  config: Map<string, string>;
  /** The keys of `config` that are secret or hold a secret. */
  secretKeys: Set<string>;
  /** The secrets themselves, as far as they are known. */
  secrets: string[];
  /** The texts that the stack's file has as they are, and so can be no secrets. */
  plainTexts: string[];
  /** What the reader of the preview should know about the configuration. */
  diagnostics: Diagnostic[];
}

/** What is set of one policy, by its pack or by the pack's configuration file. */
export interface PolicySettings {
  /** The level to enforce it at; absent for the policy's own. */
  level?: EnforcementLevel;
  /** The values for the policy's schema. */
  properties: { [name: string]: Json };
}

/** What a pack's configuration file says, by policy name; `all` is for every policy. */
export type PolicyConfig = Record<string, PolicySettings>;

/** A policy pack on disk. */
export interface PolicyPackSource {
  /** The absolute directory of PulumiPolicy.yaml, in which the pack runs. */
  directory: string;
  runtimeOptions: RuntimeOptions;
  /** The version that PulumiPolicy.yaml sets over the one in package.json. */
  version?: string;
  /** The content of its configuration file; absent where none was given. */
  config?: PolicyConfig;
  /** The absolute path of that file. */
  configFile?: string;
}
