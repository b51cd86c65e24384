import * as fs from "node:fs";
import { type Json, SECRET_TEXT, UNKNOWN_TEXT } from "../../../src/model";
import { ARCHIVE, ASSET, REFERENCE, SECRET, signatureOf, UNKNOWN, type Value } from "../provider/values";
import { type EngineEvent, type PolicyEvent } from "./events";

/** What a preview says of one resource, whoever made the preview. Lists are sorted. */
export interface ResourceView {
  urn: string;
  type: string;
  name: string;
  custom: boolean;
  external: boolean;
  parent: string;
  provider: string;
  protect: boolean;
  inputs: { [property: string]: Json };
  dependencies: string[];
  propertyDependencies: { [property: string]: string[] };
  additionalSecretOutputs: string[];
  ignoreChanges: string[];
}

/** One policy broken. */
export interface ViolationView {
  pack: string;
  policy: string;
  level: string;
  urn: string;
  message: string;
}

/** One policy that mended a resource's inputs. */
export interface RemediationView {
  pack: string;
  policy: string;
  urn: string;
}

/** A preview, whoever made it. */
export interface PreviewView {
  resources: ResourceView[];
  outputs: { [name: string]: Json };
  violations: ViolationView[];
  remediations: RemediationView[];
}

/** What the program asked for, as `--save-plan` writes it. */
interface Goal {
  type: string;
  name: string;
  custom: boolean;
  inputDiff: { adds?: { [name: string]: Value } };
  outputDiff: { adds?: { [name: string]: Value } };
  parent?: string;
  protect: boolean;
  dependencies?: string[];
  provider?: string;
  propertyDependencies?: { [property: string]: string[] };
  additionalSecretOutputs?: string[];
  ignoreChanges?: string[];
}

/**
 * The engine's preview of a new stack.
 *
 * The plan carries what the program asked for with its dependencies, before anything is deployed; the event log carries
 * what was read and what the policies said. A plan drops the inputs' type where they are unknown as a whole, and so
 * does preflight's document.
 */
export function engineView(planFile: string, events: EngineEvent[]): PreviewView {
  const plan = JSON.parse(fs.readFileSync(planFile, "utf8")) as { resourcePlans: { [urn: string]: { goal: Goal } } };
  const goals = Object.entries(plan.resourcePlans).map(([urn, entry]) => ({ urn, goal: entry.goal }));
  const stack = goals.find(({ goal }) => goal.type === "pulumi:pulumi:Stack");
  return {
    resources: byUrn([...goals.map(({ urn, goal }) => ofGoal(urn, goal)), ...readsIn(events)]),
    outputs: reported(stack?.goal.outputDiff.adds ?? {}) as { [name: string]: Json },
    violations: policiesIn(events),
    remediations: remediationsIn(events),
  };
}

function ofGoal(urn: string, goal: Goal): ResourceView {
  return {
    urn,
    type: goal.type,
    name: goal.name,
    custom: goal.custom,
    external: false,
    parent: goal.parent ?? "",
    provider: withUnknown(goal.provider ?? ""),
    protect: goal.protect,
    inputs: reported(goal.inputDiff.adds ?? {}) as { [name: string]: Json },
    dependencies: [...(goal.dependencies ?? [])].sort(),
    propertyDependencies: filled(goal.propertyDependencies ?? {}),
    additionalSecretOutputs: [...(goal.additionalSecretOutputs ?? [])].sort(),
    ignoreChanges: [...(goal.ignoreChanges ?? [])].sort(),
  };
}

/** The property dependencies that say something: an empty list says the same as none. */
export function filled(dependencies: { [property: string]: string[] }): { [property: string]: string[] } {
  const entries = Object.entries(dependencies).filter(([, urns]) => urns.length > 0);
  return Object.fromEntries(entries.map(([property, urns]) => [property, [...new Set(urns)].sort()]));
}

/** Sorted by URN, for the order of registration differs from run to run. */
export function byUrn<T extends { urn: string }>(items: T[]): T[] {
  return [...items].sort((left, right) => (left.urn < right.urn ? -1 : left.urn > right.urn ? 1 : 0));
}

/** A provider reference whose id is not known yet, as reports show it. */
export function withUnknown(provider: string): string {
  return provider.replace(UNKNOWN, UNKNOWN_TEXT);
}

/** The engine's value as a report shows it. */
export function reported(value: Value): Json {
  if (value === UNKNOWN) {
    return UNKNOWN_TEXT;
  }
  if (Array.isArray(value)) {
    return value.map(reported);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  switch (signatureOf(value)) {
    case SECRET:
      return SECRET_TEXT;
    case ASSET:
    case ARCHIVE:
    case REFERENCE:
      return value;
    default:
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, reported(inner)]));
  }
}

/** The resources that were read; a plan leaves them out. The log says nothing of their dependencies. */
function readsIn(events: EngineEvent[]): ResourceView[] {
  return events.flatMap((event) => {
    const step = event.resourcePreEvent?.metadata;
    if (step?.op !== "read" || step.new === undefined) {
      return [];
    }
    return [
      {
        urn: step.urn,
        type: step.type,
        name: step.urn.split("::").slice(3).join("::"),
        custom: true,
        external: true,
        parent: step.new.parent,
        provider: withUnknown(step.new.provider),
        protect: step.new.protect === true,
        inputs: reported((step.new.inputs ?? {}) as Value) as { [name: string]: Json },
        dependencies: [],
        propertyDependencies: {},
        additionalSecretOutputs: [],
        ignoreChanges: [],
      },
    ];
  });
}

function policiesIn(events: EngineEvent[]): ViolationView[] {
  const found = events.flatMap((event) => (event.policyEvent === undefined ? [] : [event.policyEvent]));
  return sortedByText(found.map(ofPolicyEvent));
}

function ofPolicyEvent(event: PolicyEvent): ViolationView {
  return {
    pack: event.policyPackName,
    policy: event.policyName,
    level: event.enforcementLevel,
    urn: event.resourceUrn ?? "",
    message: event.message,
  };
}

function remediationsIn(events: EngineEvent[]): RemediationView[] {
  const found = events.flatMap((event) => event.policyRemediationEvent ?? []);
  return sortedByText(
    found.map((event) => ({ pack: event.policyPackName, policy: event.policyName, urn: event.resourceUrn ?? "" })),
  );
}

/** Sorted, for violations come in no certain order. */
export function sortedByText<T>(items: T[]): T[] {
  return [...items].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}
