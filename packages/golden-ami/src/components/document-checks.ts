import { type Checks } from "@groundwork/core";
import { type Platform } from "../recipe/operating-system";
import { ACTION_INPUTS, wrongInputs } from "./action-inputs";
import { wrongCondition } from "./condition-checks";
import {
  ComponentAction,
  type ComponentDocument,
  type DocumentLoop,
  type DocumentStep,
  StepFailure,
  StepOutcome,
} from "./document-args";
import { PHASES } from "./document-yaml";
import { stepsOf, strayReferences } from "./references";

/** What the parts of a list may have between them. */
const DELIMITERS = [".", ",", ";", ":", "\n", "\t", " ", "-", "_"];

const VARIABLE_NAME = /^[\w-]{3,128}$/;

/** Records what is wrong with a document that is for a platform. */
export function checkDocument(checks: Checks, field: string, document: ComponentDocument, platform: Platform): void {
  const steps = stepsOf(document);
  checks.that(steps.length > 0, field, Object.keys(document), `given steps of ${PHASES.join(", ")}`, "add one");
  checkVariables(checks, field, document);
  for (const phase of PHASES) {
    const own = document[phase] ?? [];
    checks.different(`${field}.${phase}`, names(own.map(({ name }) => name)), "steps of different names", "rename one");
    const loops = names(own.map(({ loop }) => loop?.name));
    checks.different(`${field}.${phase}`, loops, "loops of different names", "rename one");
  }
  for (const { phase, index, step } of steps) {
    const at = `${field}.${phase}[${index}]`;
    checkStep(checks, at, step, platform);
    const stray = strayReferences(document, phase, step);
    checks.that(
      stray.length === 0,
      `${at}.inputs`,
      stray.map((reference) => `{{ ${reference} }}`),
      "references to a parameter, a constant, the step's loop, or a step before it in the same stage",
      "correct the name, or define it",
    );
  }
}

function checkVariables(checks: Checks, field: string, { parameters = {}, constants = {} }: ComponentDocument): void {
  const all = [...Object.keys(parameters), ...Object.keys(constants)];
  checks.different(`${field}.constants`, all, "other names than the parameters'", "rename one");
  for (const name of all) {
    checks.that(
      VARIABLE_NAME.test(name),
      parameters[name] === undefined ? `${field}.constants` : `${field}.parameters`,
      name,
      "named by 3 to 128 letters, digits, hyphens and underscores",
      "rename it",
    );
  }
}

function checkStep(checks: Checks, at: string, step: DocumentStep, platform: Platform): void {
  const { name, action, condition, loop, timeoutSeconds, onFailure, maxAttempts } = step;
  checks.that(typeof name === "string" && name.trim() !== "", `${at}.name`, name, "a name", "say what the step does");
  checks.oneOf(`${at}.onFailure`, onFailure, Object.values(StepFailure));
  checks.range(`${at}.maxAttempts`, maxAttempts, 1, Number.MAX_SAFE_INTEGER);
  if (timeoutSeconds !== -1) {
    checks.range(`${at}.timeoutSeconds`, timeoutSeconds, 1, Number.MAX_SAFE_INTEGER, "seconds, or -1");
  }
  if (condition !== undefined) {
    checkCondition(checks, `${at}.condition.expression`, condition.expression);
    checks.oneOf(`${at}.condition.then`, condition.then, Object.values(StepOutcome));
    checks.oneOf(`${at}.condition.otherwise`, condition.otherwise, Object.values(StepOutcome));
  }
  if (loop !== undefined) {
    checkLoop(checks, `${at}.loop`, loop);
  }
  if (checks.that(action !== undefined, `${at}.action`, action, "given", "say what the step does")) {
    if (checks.oneOf(`${at}.action`, action, Object.values(ComponentAction))) {
      checkAction(checks, at, step, platform);
    }
  }
}

function checkAction(checks: Checks, at: string, step: DocumentStep, platform: Platform): void {
  const { action, timeoutSeconds, maxAttempts } = step;
  const inputs = step.inputs as unknown;
  const only = ACTION_INPUTS[action].platform ?? platform;
  checks.that(only === platform, `${at}.action`, action, `an action for ${platform}`, `take one, or build for ${only}`);
  if (action === ComponentAction.Assert) {
    checkCondition(checks, `${at}.inputs`, inputs);
  }
  for (const [field, received, allowed] of wrongInputs(action, inputs)) {
    checks.that(false, `${at}.${field}`, received, allowed, "see AWS's page on action modules");
  }
  if (action === ComponentAction.Reboot || action === ComponentAction.ExecuteDocument) {
    checks.leftOut(`${at}.timeoutSeconds`, timeoutSeconds, `for ${action}`, "remove it");
  }
  if (action === ComponentAction.ExecuteDocument) {
    checks.leftOut(`${at}.maxAttempts`, maxAttempts, `for ${action}`, "remove it");
  }
}

function checkCondition(checks: Checks, field: string, condition: unknown): void {
  const wrong = wrongCondition(condition);
  checks.that(wrong === undefined, field, condition, wrong ?? "", "see AWS's page on comparison operators");
}

function checkLoop(checks: Checks, field: string, { count, forEach, list, delimiter }: DocumentLoop): void {
  checks.that(
    [count, forEach, list].filter((way) => way !== undefined).length === 1,
    field,
    { count, forEach, list },
    "one of count, forEach and list",
    "say what to go through",
  );
  checks.count(`${field}.forEach`, forEach, 1, Infinity, "a list of one or more values", "add one");
  checks.oneOf(`${field}.delimiter`, delimiter, DELIMITERS);
  if (list === undefined) {
    checks.leftOut(`${field}.delimiter`, delimiter, "without list", "remove it");
  }
  if (count !== undefined) {
    const { start, end, updateBy } = count;
    const ends = [start, end, updateBy].every(Number.isInteger) && updateBy !== 0 && (end - start) * updateBy >= 0;
    checks.that(ends, `${field}.count`, count, "whole numbers that lead from start to end", "correct updateBy");
  }
}

/** Those that are given. */
function names(all: (string | undefined)[]): string[] {
  return all.filter((name) => name !== undefined);
}
