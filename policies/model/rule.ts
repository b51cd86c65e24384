import type {
  EnforcementLevel,
  PolicyComplianceFramework,
  PolicyResource,
  ReportViolation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  Severity,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { finishedProgram, runningProgram, type Program, type Resource } from "./program";
import { fail, Verdict, type Fact } from "./verdict";

/** What a verdict of "unknown" is worth. */
export enum OnUnknown {
  Ignore = "ignore",
  Advisory = "advisory",
  Mandatory = "mandatory",
}

/** The configuration that every rule has. */
export interface RuleConfig {
  onUnknown: OnUnknown;
}

/** One rule of the pack. */
export interface RuleArgs<Config> {
  /** The condition that the rule requires; also the name of its file, its test and its row in the README. */
  name: string;
  /** The condition, in one sentence. */
  description: string;
  severity: Severity;
  /** How to get from a violation to a pass. */
  remediationSteps: string;
  /** The page on which AWS explains what the rule requires. */
  url: string;
  tags: string[];
  framework?: PolicyComplianceFramework;
  /** The type tokens of the resources that the rule judges. */
  types: string[];
  /** The type tokens of further resources that can decide a fact of these. */
  evidence?: string[];
  /** The rule's own configuration: a schema with a default for each property. */
  config?: Record<string, PolicyConfigJSONSchema>;
  /** Judges a resource: before it is made and, with all dependencies, once the program has run. */
  judge: (resource: Resource, config: Config, program: Program) => Fact[];
  /**
   * Corrects a resource's properties in place, which keeps secrets and unknowns as they are, and says whether it has.
   * Uses none of `map`, `filter`, `slice` and `concat` on the properties: the SDK's proxy throws in them.
   */
  remediate?: (properties: Record<string, unknown>) => boolean;
}

/** A rule as the SDK takes it: one policy that judges each resource on its own and then all together. */
export type Rule = ResourceValidationPolicy & StackValidationPolicy;

/** A violation at a level of its own: `reportViolation` takes it, though its type does not say so. */
type ReportAtLevel = (violation: { message: string; urn: string; enforcementLevel: EnforcementLevel }) => void;

const ON_UNKNOWN: PolicyConfigJSONSchema = {
  type: "string",
  enum: Object.values(OnUnknown),
  default: OnUnknown.Advisory,
  description: "What to report where a preview cannot tell; the deployment judges again once the value is known",
};

/**
 * Makes a rule of a judgement.
 *
 * A resource is judged twice. Before it is made, from its inputs: failures that nothing else in the program can excuse
 * are reported, which stops a deployment in time. Once the program has run, with all dependencies: what is left to
 * say is reported then, failures that no evidence has excused and what stays unknown.
 */
export function defineRule<Config>(args: RuleArgs<Config>): Rule {
  const schema: Record<string, PolicyConfigJSONSchema> = { ...args.config, onUnknown: ON_UNKNOWN };
  const judged = new Set(args.types);
  const relevant = new Set([...args.types, ...(args.evidence ?? [])]);
  /** The resources of this run so far, by URN: the engine tells a program's dependencies only at its end. */
  const seen = new Map<string, Resource>();
  const seenTypes = new Set<string>();
  /** The subjects of the failures that are reported already, by URN. */
  const reported = new Map<string, Set<string>>();

  const view = (resource: PolicyResource): Resource => ({
    type: resource.type,
    urn: resource.urn,
    declared: seen.get(resource.urn)?.declared ?? resource.props,
    state: resource.props,
    provider: resource.provider?.urn,
  });

  const judge = (resource: Resource, config: Config, program: Program): Fact[] => {
    try {
      return args.judge(resource, config, program);
    } catch (error) {
      // The engine drops every verdict on a resource when one rule throws. The error's text may hold a secret.
      const kind = error instanceof Error ? error.name : typeof error;
      return [fail("", `The rule stopped with ${kind} and has judged nothing; report this to the owner of the pack.`)];
    }
  };

  const validateResource = (resourceArgs: ResourceValidationArgs, report: ReportViolation): void => {
    const { type, urn, props } = resourceArgs;
    if (!relevant.has(type)) {
      return;
    }
    const resource = { type, urn, declared: props, provider: resourceArgs.provider?.urn };
    if (judged.has(type)) {
      const config = withDefaults(schema, resourceArgs.getConfig()) as Config;
      const failures = judge(resource, config, runningProgram(seenTypes)).filter(isFailure);
      failures.forEach((fact) => report(fact.message));
      reported.set(urn, new Set(failures.map((fact) => fact.subject)));
    }
    seen.set(urn, resource);
    seenTypes.add(type);
  };

  const validateStack = (stackArgs: StackValidationArgs, report: ReportViolation): void => {
    const config = withDefaults(schema, stackArgs.getConfig()) as Config & RuleConfig;
    const program = finishedProgram(stackArgs.resources, view);
    for (const resource of stackArgs.resources.filter((candidate) => judged.has(candidate.type))) {
      for (const fact of judge(view(resource), config, program)) {
        if (isFailure(fact) && !reported.get(resource.urn)?.has(fact.subject)) {
          report(fact.message, resource.urn);
        } else if (fact.verdict === Verdict.Unknown && config.onUnknown !== OnUnknown.Ignore) {
          (report as unknown as ReportAtLevel)({
            message: `${args.description}\n${fact.message}`,
            urn: resource.urn,
            enforcementLevel: config.onUnknown,
          });
        }
      }
    }
    for (const { urn } of stackArgs.resources) {
      seen.delete(urn);
      reported.delete(urn);
    }
    if (seen.size === 0) {
      seenTypes.clear();
    }
  };

  return {
    name: args.name,
    description: args.description,
    enforcementLevel: "mandatory",
    severity: args.severity,
    remediationSteps: args.remediationSteps,
    url: args.url,
    tags: args.tags,
    ...(args.framework && { framework: args.framework }),
    configSchema: { properties: schema },
    validateResource: onlyFor(relevant, validateResource),
    validateStack: onlyFor(relevant, validateStack),
    ...(args.remediate && { remediateResource: onlyFor(judged, remediation(judged, args.remediate)) }),
  };
}

function remediation(types: Set<string>, remediate: (properties: Record<string, unknown>) => boolean) {
  return ({ type, props }: ResourceValidationArgs): Record<string, unknown> | undefined => {
    try {
      return types.has(type) && remediate(props) ? props : undefined;
    } catch {
      // The resource goes on as it is, and is judged as it is.
      return undefined;
    }
  };
}

/** Lets the SDK skip a function that is for one type only, before it has decoded the properties of any other. */
function onlyFor<F extends object>(types: Set<string>, validate: F): F {
  return types.size === 1 ? Object.assign(validate, { __pulumiType: [...types][0] }) : validate;
}

/** The engine fills in the defaults of a schema, but a test, or a host that is not the engine, does not. */
function withDefaults(schema: Record<string, PolicyConfigJSONSchema>, given: object): Record<string, unknown> {
  const defaults = Object.entries(schema).map(([key, property]) => [key, property.default]);
  return { ...Object.fromEntries(defaults), ...given } as Record<string, unknown>;
}

function isFailure(fact: Fact): boolean {
  return fact.verdict === Verdict.Fail;
}
