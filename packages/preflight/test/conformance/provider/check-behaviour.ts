import { type Behaviour } from "./behaviour";
import { type Failure } from "./check";
import { plain, type Properties, UNKNOWN, type Value } from "./values";

/** Finds what AWS's provider refuses of inputs that have the right shape: combinations, values and ranges. */
export function checkBehaviour(behaviour: Behaviour | undefined, inputs: Properties): Failure[] {
  if (behaviour === undefined) {
    return [];
  }
  const isSet = (path: string): boolean => valuesAt(inputs, path).length > 0;
  const present = (paths: string[]): string[] => paths.filter(isSet);
  const failures: Failure[] = [];
  const refuse = (property: string, reason: string): unknown => failures.push({ property, reason });

  for (const path of behaviour.required ?? []) {
    // The shape says so of inputs; of blocks, only of those that are there.
    if (!path.includes(".") && !path.includes("[") && !isSet(path)) {
      refuse(path, `"${path}" is required`);
    }
  }
  for (const group of behaviour.conflicts ?? []) {
    const [first, ...others] = present(group);
    if (first !== undefined && others.length > 0) {
      refuse(first, `"${first}" conflicts with "${others.join(`", "`)}"`);
    }
  }
  for (const group of behaviour.exactlyOneOf ?? []) {
    if (present(group).length !== 1 && group.every((path) => !path.includes("[") && !path.includes("."))) {
      refuse(group[0] ?? "", `exactly one of "${group.join(`", "`)}" must be set`);
    }
  }
  for (const group of behaviour.atLeastOneOf ?? []) {
    if (present(group).length === 0) {
      refuse(group[0] ?? "", `at least one of "${group.join(`", "`)}" must be set`);
    }
  }
  for (const [first = "", ...others] of behaviour.requiredWith ?? []) {
    const absent = others.filter((path) => !isSet(path));
    if (isSet(first) && absent.length > 0) {
      refuse(first, `"${first}" needs "${absent.join(`", "`)}"`);
    }
  }
  for (const [path, allowed] of Object.entries(behaviour.values ?? {})) {
    for (const value of valuesAt(inputs, path).filter((item) => isKnown(item) && !allowed.includes(item))) {
      refuse(path, `"${path}" is ${JSON.stringify(value)}, but must be one of ${JSON.stringify(allowed)}`);
    }
  }
  for (const [path, range] of Object.entries(behaviour.ranges ?? {})) {
    for (const value of valuesAt(inputs, path).filter(isKnown)) {
      for (const [kind, [least = -Infinity, most = Infinity]] of Object.entries(range)) {
        const size = sizeOf(kind, value);
        if (size !== undefined && (size < least || size > most)) {
          refuse(path, `the ${kind} of "${path}" is ${size}, but must be from ${least} to ${most}`);
        }
      }
    }
  }
  return failures;
}

function isKnown(value: Value): boolean {
  return value !== UNKNOWN && !(Array.isArray(value) && value.includes(UNKNOWN));
}

function sizeOf(kind: string, value: Value): number | undefined {
  if (kind === "value") {
    const number = Number(value);
    return typeof value === "object" || Number.isNaN(number) ? undefined : number;
  }
  const isMeasured = kind === "items" ? Array.isArray(value) : typeof value === "string";
  return isMeasured ? (value as Value[] | string).length : undefined;
}

/** What stands at a path, of every item where the path leads through lists. */
export function valuesAt(inputs: Properties, path: string): Value[] {
  let values: (Value | undefined)[] = [inputs];
  for (const step of path.replaceAll("[]", ".[]").split(".")) {
    values = values.flatMap((value) => {
      const inner = plain(value);
      if (step === "[]") {
        return Array.isArray(inner) ? inner : [];
      }
      return typeof inner === "object" && inner !== null && !Array.isArray(inner) ? [inner[step]] : [];
    });
  }
  return values.filter((value): value is Value => value !== undefined && value !== null);
}
