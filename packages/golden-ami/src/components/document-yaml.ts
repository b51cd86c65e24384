import { stringify } from "yaml";
import {
  type ComponentDocument,
  type DocumentLoop,
  type DocumentParameter,
  type DocumentStep,
  type StepCondition,
} from "./document-args";

/** The phases, in the order in which Image Builder runs them. */
export const PHASES = ["build", "validate", "test"] as const;

/** A document's name among Image Builder's phases. */
export type Phase = (typeof PHASES)[number];

/** A document as AWSTOE reads it. */
export function documentYaml(name: string, document: ComponentDocument): string {
  const { description, constants = {}, parameters = {} } = document;
  const phases = PHASES.map((phase) => ({ name: phase, steps: (document[phase] ?? []).map(stepOf) }));
  const content = {
    name,
    description,
    schemaVersion: "1.0",
    constants: listOf(constants, (value) => ({ type: "string", value })),
    parameters: listOf(parameters, parameterOf),
    phases: phases.filter(({ steps }) => steps.length > 0),
  };
  // AWSTOE may read by YAML 1.1, in which a bare yes is a flag and 0644 a number: such texts are quoted.
  return stringify(content, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false });
}

/** Named things as a list of maps with one key each; `undefined` where there are none. */
function listOf<T>(named: Record<string, T>, write: (value: T) => object): object[] | undefined {
  const list = Object.entries(named).map(([name, value]) => ({ [name]: write(value) }));
  return list.length === 0 ? undefined : list;
}

function parameterOf(parameter: DocumentParameter): object {
  return { type: "string", default: parameter.default, description: parameter.description };
}

function stepOf({ name, action, inputs, condition, loop, timeoutSeconds, onFailure, maxAttempts }: DocumentStep) {
  return {
    name,
    action,
    if: condition && conditionOf(condition),
    loop: loop && loopOf(loop),
    timeoutSeconds,
    onFailure,
    maxAttempts,
    inputs: inputs as unknown,
  };
}

function conditionOf({ expression, then, otherwise }: StepCondition): object {
  return { ...(expression as object), then, else: otherwise };
}

function loopOf({ name, count, forEach, list, delimiter }: DocumentLoop): object {
  return { name, for: count, forEach: list === undefined ? forEach : { list, delimiter } };
}
