import * as fs from "node:fs";
import { type Json, SECRET_TEXT, UNKNOWN_TEXT } from "../../../src/document";
import {
  ARCHIVE,
  ASSET,
  type Properties,
  REFERENCE,
  SECRET,
  SIGNATURE,
  signatureOf,
  UNKNOWN,
  type Value,
} from "../provider/values";
import { nameIn } from "../provider/wire";
import { type EngineEvent, type PolicyEvent, type Step, stepsIn } from "./events";

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

/** One policy broken. The message is the policy's own sentence, without the description that the SDK puts before it. */
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

/** Something that the program said. */
export interface NoteView {
  severity: string;
  urn: string;
  message: string;
}

/** How the suite's programs begin what they log, for the engine and preflight each have more to say. */
export const NOTE = "note: ";

/** As much of a resource as is known. */
export type KnownView = Pick<ResourceView, "urn"> & Partial<ResourceView>;

/** The line with which the SDK begins a violation; it has none where a policy could not run. */
const DESCRIPTION = /^(?!can't run )[^\n]*\n/;

/** A preview, whoever made it. */
export interface PreviewView {
  resources: KnownView[];
  outputs: { [name: string]: Json };
  violations: ViolationView[];
  remediations: RemediationView[];
  notes: NoteView[];
}

/** What the program asked for, as `--save-plan` writes it. */
interface Goal {
  type: string;
  name: string;
  custom: boolean;
  inputDiff: { adds?: { [name: string]: Value } };
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
 * what was read and what the policies said. A preview that a policy stops writes no plan: the log then says what it can.
 */
export function engineView(planFile: string, events: EngineEvent[]): PreviewView {
  const planned = fs.existsSync(planFile) ? resourcesIn(planFile) : undefined;
  const seen = stepsIn(events)
    .map(ofStep)
    .filter(({ urn }) => !isDefaultProvider(urn));
  return {
    resources: byUrn(planned === undefined ? seen : [...planned, ...seen.filter(({ external }) => external)]),
    outputs: outputsIn(events),
    violations: policiesIn(events),
    remediations: remediationsIn(events),
    notes: notesIn(events),
  };
}

function resourcesIn(planFile: string): ResourceView[] {
  const plan = JSON.parse(fs.readFileSync(planFile, "utf8")) as { resourcePlans: { [urn: string]: { goal: Goal } } };
  return Object.entries(plan.resourcePlans)
    .filter(([urn]) => !isDefaultProvider(urn))
    .map(([urn, { goal }]) => ofGoal(urn, goal));
}

/** Whether the engine made a provider by itself. Preflight reports what the program registers. */
function isDefaultProvider(urn: string): boolean {
  return /::pulumi:providers:[^:]+::default(_|$)/.test(urn);
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
    inputs: inputsIn(goal.inputDiff.adds ?? {}),
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

/**
 * A value as a report shows it. Of an asset its kind and source count and not its hash, which only the engine computes.
 * A plan writes a reference's id as empty where it is not known yet.
 */
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
      return { __pulumiAsset: true, ...members(value, ["hash"]) };
    case ARCHIVE:
      return { __pulumiArchive: true, ...members(value, ["hash"]) };
    case REFERENCE:
      return {
        urn: reported(value["urn"] ?? null),
        id: value["id"] === "" ? UNKNOWN_TEXT : reported(value["id"] ?? null),
      };
    default:
      return members(value, []);
  }
}

/** The members of an object as a report shows them, without its signature and those named. */
function members(value: Properties, without: string[]): { [name: string]: Json } {
  const entries = Object.entries(value).filter(([name]) => name !== SIGNATURE && !without.includes(name));
  return Object.fromEntries(entries.map(([name, inner]) => [name, reported(inner)]));
}

/** What the log says of a resource. It says nothing of its dependencies. */
function ofStep(step: Step): KnownView {
  return {
    urn: step.urn,
    type: step.type,
    name: nameIn(step.urn),
    external: step.op === "read",
    parent: step.new?.parent ?? "",
    provider: withUnknown(step.new?.provider ?? ""),
    inputs: inputsIn((step.new?.inputs ?? {}) as Properties),
  };
}

/** The stack's outputs, which the log tells when the program has ended. */
function outputsIn(events: EngineEvent[]): { [name: string]: Json } {
  const told = events.flatMap(({ resOutputsEvent: event }) =>
    event?.metadata.type === "pulumi:pulumi:Stack" ? [event.metadata.new?.outputs ?? {}] : [],
  );
  return reported((told.at(-1) ?? {}) as Value) as { [name: string]: Json };
}

/** Inputs as a report shows them: without what the engine keeps for itself and the code of a dynamic provider. */
function inputsIn(inputs: Properties): { [name: string]: Json } {
  return members(inputs, ["__internal", "__provider"]);
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
    message: event.message.replace(DESCRIPTION, "").trim(),
  };
}

function notesIn(events: EngineEvent[]): NoteView[] {
  const said = events.flatMap((event) => event.diagnosticEvent ?? []);
  return sortedByText(
    said
      .filter(({ message, severity }) => message.startsWith(NOTE) && severity !== "debug")
      .map(({ severity, urn, message }) => ({ severity, urn: urn ?? "", message: message.trim() })),
  );
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
