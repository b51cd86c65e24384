import type {
  EnforcementLevel,
  Policies,
  PolicyResource,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { finishedProgram, runningProgram, type Program } from "./program";
import { remediation } from "./remediation";
import { Report, type Finding, type Setting } from "./report";
import { finishedResource, resourceOf, type Resource } from "./resource";
import type { Rule, RuleConfig } from "./rule";
import { EVERY_TYPE } from "./types";
import { fail, flatten, Verdict, type Fact } from "./verdict";
import { Waivers, type Occasion } from "./waivers";

/** What a configuration says of one rule; anything that it leaves out is the rule's default. */
export interface Given {
  level?: EnforcementLevel;
  properties: Record<string, unknown>;
}

/** The one policy that judges for all rules. The engine is not told of it: what it reports bears the rules' names. */
export const RUN_POLICY = "every-rule";

/** What a run knows of a resource before its end. */
interface Seen {
  resource: Resource;
  /** The subjects of the failures that are reported already, by rule. */
  failed: Map<Rule, Set<string>>;
  /** What rules without evidence could not tell. */
  unknown: Finding[];
}

/**
 * All rules on one program: the SDK decodes a resource once and walks a stack once, however many rules there are.
 *
 * A resource is judged before it is made, from its inputs: failures that nothing else in the program can excuse are
 * reported, which stops a deployment in time. Once the program has run, rules with evidence judge again, with all
 * dependencies; what is left to say is reported then, failures that no evidence has excused and what stays unknown.
 */
export class Run {
  /** What the SDK serves: the policy that judges, then each rule, to be listed, configured and remediated. */
  readonly policies: Policies;
  private settings = new Map<Rule, Setting>();
  private byType = new Map<string, Rule[]>();
  private evidence = new Set<string>();
  private enabled = new Set<string>();
  /** The resources of this run so far, by URN: the engine tells a program's dependencies only at its end. */
  private readonly seen = new Map<string, Seen>();
  private readonly seenByType = new Map<string, Resource[]>();
  /** The program as far as it has run. */
  private readonly running = runningProgram(this.seenByType, {
    waiverMistakes: () => this.waivers.mistakes(),
    guards: (type) => this.guards(type),
  });

  constructor(
    readonly rules: Rule[],
    private readonly waivers = new Waivers(),
  ) {
    this.configure(new Map());
    const judge: ResourceValidationPolicy & StackValidationPolicy = {
      name: RUN_POLICY,
      description: "Judges for every rule.",
      enforcementLevel: "mandatory",
      validateResource: (args, report) => this.judgeResource(args, new Report(report)),
      validateStack: (args, report) => this.judgeStack(args, new Report(report)),
    };
    this.policies = [judge, ...rules.map((rule) => this.policy(rule))];
  }

  /** Begins to judge a stack. */
  begin(occasion: Occasion): void {
    this.waivers.begin(occasion);
  }

  /** Takes a configuration, by rule. */
  configure(given: Map<string, Given>): void {
    this.settings = new Map(this.rules.map((rule) => [rule, settingOf(rule, given.get(rule.name))]));
    const enabled = this.rules.filter((rule) => this.settings.get(rule)?.level !== "disabled");
    this.byType = new Map();
    for (const rule of enabled) {
      for (const type of rule.types) {
        this.byType.set(type, [...(this.byType.get(type) ?? []), rule]);
      }
    }
    this.evidence = new Set(enabled.flatMap((rule) => rule.evidence ?? []));
    this.enabled = new Set(enabled.map(({ name }) => name));
  }

  private policy(rule: Rule): ResourceValidationPolicy {
    const { name, requires, fix, severity, group, url, controls, level, schema } = rule;
    const [control] = controls?.fsbp ?? [];
    const remediateResource = remediation(
      rule,
      () => this.setting(rule).config,
      (resource) => this.waivers.find(rule, resource) !== undefined,
    );
    return {
      name,
      description: requires,
      enforcementLevel: level,
      severity,
      remediationSteps: fix,
      url,
      tags: [group],
      ...(control !== undefined && { framework: { ...FSBP, reference: control, specification: requires } }),
      configSchema: { properties: schema },
      ...(remediateResource && { remediateResource }),
    };
  }

  private rulesFor(type: string): Rule[] {
    return [...(this.byType.get(type) ?? []), ...(this.byType.get(EVERY_TYPE) ?? [])];
  }

  private guards(type: string): ReadonlyMap<string, string> {
    const strict = (this.byType.get(type) ?? []).filter((rule) => this.setting(rule).level !== "advisory");
    return new Map(strict.flatMap(({ name, guards = [] }) => guards.map((input): [string, string] => [input, name])));
  }

  private setting(rule: Rule): Setting {
    return this.settings.get(rule) ?? settingOf(rule, undefined);
  }

  private judgeResource(args: ResourceValidationArgs, report: Report): void {
    const rules = this.rulesFor(args.type);
    if (rules.length === 0 && !this.evidence.has(args.type)) {
      return;
    }
    const resource = resourceOf(args);
    const seen: Seen = { resource, failed: new Map(), unknown: [] };
    for (const rule of rules) {
      const findings = this.judge(rule, resource, this.running);
      const failures = findings.filter(isFailure);
      failures.forEach((finding) => report.failure(finding));
      seen.failed.set(rule, new Set(failures.map(({ fact }) => fact.subject)));
      if (rule.evidence === undefined) {
        seen.unknown.push(...findings.filter(isUnknown));
      }
    }
    this.seen.set(resource.urn, seen);
    const alike = this.seenByType.get(resource.type) ?? [];
    alike.push(resource);
    this.seenByType.set(resource.type, alike);
  }

  private judgeStack({ resources }: StackValidationArgs, report: Report): void {
    const views = new Map<PolicyResource, Resource>();
    const view = (resource: PolicyResource): Resource => {
      const known = views.get(resource);
      const made = known ?? finishedResource(resource, this.seen.get(resource.urn)?.resource.declared);
      views.set(resource, made);
      return made;
    };
    const program = finishedProgram(resources, view, {
      waiverMistakes: () => [...this.waivers.mistakes(), ...this.waivers.unused((name) => this.enabled.has(name))],
      guards: (type) => this.guards(type),
    });
    for (const resource of stackLast(resources)) {
      const seen = this.seen.get(resource.urn);
      const unknown: Finding[] = [...(seen?.unknown ?? [])];
      const rules = this.rulesFor(resource.type);
      for (const rule of rules.filter(({ evidence }) => evidence !== undefined || seen === undefined)) {
        const findings = this.judge(rule, view(resource), program);
        const reported = seen?.failed.get(rule);
        findings
          .filter((finding) => isFailure(finding) && !reported?.has(finding.fact.subject))
          .forEach((finding) => report.failure(finding));
        unknown.push(...findings.filter(isUnknown));
      }
      report.unknowns(unknown);
    }
    this.forget(resources);
  }

  private forget(resources: PolicyResource[]): void {
    resources.forEach(({ urn }) => this.seen.delete(urn));
    if (this.seen.size === 0) {
      this.seenByType.clear();
    }
  }

  private judge(rule: Rule, resource: Resource, program: Program): Finding[] {
    const setting = this.setting(rule);
    return judged(rule, resource, setting.config, program)
      .filter(({ verdict }) => verdict !== Verdict.Pass)
      .map((fact) => {
        const waiver = this.waivers.find(rule, resource);
        return { rule, setting, urn: resource.urn, fact, ...(waiver && { waiver }) };
      });
  }
}

/** A program's resources with the stack itself as the last: which waivers are used shows when all others are judged. */
function stackLast(resources: PolicyResource[]): PolicyResource[] {
  const isStack = ({ type }: PolicyResource) => type === "pulumi:pulumi:Stack";
  return [...resources.filter((resource) => !isStack(resource)), ...resources.filter(isStack)];
}

const FSBP = { name: "AWS Foundational Security Best Practices", version: "1.0.0" };

function judged(rule: Rule, resource: Resource, config: object, program: Program): Fact[] {
  try {
    return flatten(rule.judge(resource, config, program));
  } catch (error) {
    // The engine drops every verdict on a resource when one rule throws. The error's text may hold a secret.
    const kind = error instanceof Error ? error.name : typeof error;
    return [fail("", `The rule stopped with ${kind} and has judged nothing; report this to the owner of the pack.`)];
  }
}

/** The engine fills in the defaults of a schema, but a test, or a host that is not the engine, does not. */
function settingOf(rule: Rule, given: Given | undefined): Setting {
  const defaults = Object.entries(rule.schema).map(([key, property]) => [key, property.default]);
  const config = { ...Object.fromEntries(defaults), ...given?.properties } as unknown as RuleConfig;
  return { level: given?.level ?? rule.level, config };
}

function isFailure({ fact }: Finding): boolean {
  return fact.verdict === Verdict.Fail;
}

function isUnknown({ fact }: Finding): boolean {
  return fact.verdict === Verdict.Unknown;
}
