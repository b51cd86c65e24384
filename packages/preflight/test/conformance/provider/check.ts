import { type Property, type Shape } from "../../../src/lookups/placeholders/declarations";
import { type ResourceType, type Sdk } from "./sdk";
import { type Properties, signatureOf, UNKNOWN, unwrap, type Value } from "./values";

/** An input that AWS's provider would refuse. */
export interface Failure {
  property: string;
  reason: string;
}

/** Finds the inputs that the type does not have, the required ones that are missing and those of another shape. */
export function checkInputs(sdk: Sdk, type: ResourceType, inputs: Properties): Failure[] {
  return checkMembers(sdk, [...type.inputs.values()], inputs, "", type.token);
}

function checkMembers(sdk: Sdk, members: Property[], values: Properties, prefix: string, owner: string): Failure[] {
  const failures: Failure[] = [];
  for (const name of Object.keys(values)) {
    if (!members.some((member) => member.name === name)) {
      const property = `${prefix}${name}`;
      failures.push({ property, reason: `${owner} has no input "${property}"` });
    }
  }
  for (const member of members) {
    const property = `${prefix}${member.name}`;
    const value = values[member.name];
    if (value === undefined || value === null) {
      if (!member.optional) {
        failures.push({ property, reason: `${owner} requires the input "${property}"` });
      }
    } else {
      failures.push(...checkShape(sdk, member.shape, value, property, owner));
    }
  }
  return failures;
}

function checkShape(sdk: Sdk, shape: Shape, received: Value, property: string, owner: string): Failure[] {
  const value = unwrap(received);
  if (value === UNKNOWN || value === null || value === undefined || signatureOf(value) !== undefined) {
    return [];
  }
  const wrong = [
    { property, reason: `"${property}" of ${owner} must be a ${shape.kind}, but is ${JSON.stringify(value)}` },
  ];
  switch (shape.kind) {
    case "any":
      return [];
    case "list":
      return Array.isArray(value)
        ? value.flatMap((item, index) => checkShape(sdk, shape.element, item, `${property}[${index}]`, owner))
        : wrong;
    case "map":
      return isObject(value)
        ? Object.entries(value).flatMap(([key, item]) =>
            checkShape(sdk, shape.element, item, `${property}[${JSON.stringify(key)}]`, owner),
          )
        : wrong;
    case "object":
      return isObject(value) ? checkMembers(sdk, sdk.object(shape.reference), value, `${property}.`, owner) : wrong;
    case "string":
      return typeof value === "object" ? wrong : [];
    case "number":
      return typeof value === "object" || Number.isNaN(Number(value)) ? wrong : [];
    case "boolean":
      return value === true || value === false || value === "true" || value === "false" ? [] : wrong;
  }
}

function isObject(value: Value): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
