import * as fs from "node:fs";

/** A resource's state before or after a step, in the engine's event log. */
export interface StepState {
  type: string;
  urn: string;
  custom?: boolean;
  id?: string;
  parent: string;
  protect?: boolean;
  provider: string;
  inputs?: { [name: string]: unknown };
  outputs?: { [name: string]: unknown };
}

/** One step on one resource. */
export interface Step {
  op: string;
  urn: string;
  type: string;
  /** The inputs that change. */
  diffs?: string[];
  /** Those among them that make it a replacement. */
  keys?: string[];
  old?: StepState;
  new?: StepState;
}

/** A policy that a resource broke. */
export interface PolicyEvent {
  resourceUrn?: string;
  message: string;
  color: string;
  policyName: string;
  policyPackName: string;
  policyPackVersion: string;
  enforcementLevel: string;
  severity?: string;
}

/** One entry of the engine's event log: what it says is in the one field that is set. */
export interface EngineEvent {
  sequence: number;
  resourcePreEvent?: { metadata: Step };
  resOutputsEvent?: { metadata: Step };
  resOpFailedEvent?: { metadata: Step };
  diagnosticEvent?: { urn?: string; message: string; severity: string };
  policyEvent?: PolicyEvent;
  policyRemediationEvent?: { resourceUrn?: string; policyName: string; policyPackName: string };
  summaryEvent?: { resourceChanges: { [op: string]: number } };
}

/** The events in a log file; none where the command ended before the engine began. */
export function readEvents(file: string): EngineEvent[] {
  if (!fs.existsSync(file)) {
    return [];
  }
  const lines = fs.readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as EngineEvent);
}

/** How many resources a run left in each way: `{ create: 3, same: 1 }`. */
export function changesIn(events: EngineEvent[]): { [op: string]: number } {
  return events.find((event) => event.summaryEvent !== undefined)?.summaryEvent?.resourceChanges ?? {};
}

/** The steps that were taken, in the order in which they began. */
export function stepsIn(events: EngineEvent[]): Step[] {
  return events.flatMap((event) => (event.resourcePreEvent === undefined ? [] : [event.resourcePreEvent.metadata]));
}
