import type { EnforcementLevel, Severity } from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { levelOf, OnUnknown, type Group } from "./levels";
import type { Program } from "./program";
import type { Resource } from "./resource";
import type { Facts } from "./verdict";

/** Where else a rule's condition is asked for, by the ids that are in use there. */
export interface Controls {
  /** AWS Foundational Security Best Practices. */
  fsbp?: string[];
  /** CIS AWS Foundations Benchmark. */
  cis?: string[];
  checkov?: string[];
  cdkNag?: string[];
  prowler?: string[];
  awsguard?: string[];
  /** Pulumi's compliance policies. */
  pulumi?: string[];
}

/** The configuration that every rule has. */
export interface RuleConfig {
  onUnknown: OnUnknown;
}

/** One rule of the pack. */
export interface RuleArgs<Config> {
  /** The condition that the rule requires; also the name of its file and its test. */
  name: string;
  /** The condition, in one sentence. */
  requires: string;
  /** How to get from a violation to a pass. */
  fix: string;
  severity: Severity;
  /** What the rule is about; decides its level in each environment. */
  group: Group;
  /** The page on which AWS explains what the rule requires. */
  url: string;
  controls?: Controls;
  /** The type tokens of the resources that the rule judges; {@link EVERY_TYPE} for all. */
  types: string[];
  /** The inputs that the rule rests on, which `ignoreChanges` must not hide. */
  guards?: string[];
  /**
   * The type tokens of further resources that can decide a fact. Given, and be it empty, the rule judges again once the
   * program has run, with dependencies and state; else a resource is judged once, by its inputs.
   */
  evidence?: string[];
  /** The rule's own configuration: a schema with a default for each property. */
  config?: Record<string, PolicyConfigJSONSchema>;
  judge: (resource: Resource, config: Config, program: Program) => Facts;
  /**
   * Corrects a copy of a resource's properties. What it has changed is written back, so that secrets and unknowns stay as
   * they are; if it throws, nothing is. Reads with the functions of `reading.ts`, as `judge` does.
   */
  remediate?: (properties: Record<string, unknown>, resource: Resource, config: Config) => void;
}

/** A rule, with what follows from its arguments. */
export interface Rule extends RuleArgs<object> {
  /** The level without a configuration. */
  level: EnforcementLevel;
  /** The schema of its whole configuration. */
  schema: Record<string, PolicyConfigJSONSchema>;
}

const ON_UNKNOWN: PolicyConfigJSONSchema = {
  type: "string",
  enum: Object.values(OnUnknown),
  default: OnUnknown.Advisory,
  description: "What to report where a preview cannot tell; the deployment judges again once the value is known",
};

/** Makes a rule. It judges nothing by itself: `run.ts` runs all rules of the pack together. */
export function defineRule<Config extends object>(args: RuleArgs<Config>): Rule {
  const schema = { ...args.config, onUnknown: ON_UNKNOWN };
  return { ...(args as RuleArgs<object>), level: levelOf(args.group), schema };
}
