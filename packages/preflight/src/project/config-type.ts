import { type GoValue } from "../files/go-values";
import { type ConfigType } from "./types";

/** A type as messages name it: `array<string>`. */
export function configTypeName(type: ConfigType): string {
  return type.items === undefined ? type.type : `array<${configTypeName(type.items)}>`;
}

/** Whether a value is of a declared type, by the rules of Pulumi's CLI: text that reads as a number is an integer. */
export function fitsType(type: ConfigType, value: GoValue): boolean {
  switch (type.type) {
    case "string":
      return typeof value === "string";
    case "integer":
      return isInteger(value);
    case "boolean":
      return typeof value === "boolean" || value === "true" || value === "false";
    case "object":
      return value instanceof Map;
    default: {
      const items = type.items;
      return Array.isArray(value) && items !== undefined && value.every((item) => fitsType(items, item));
    }
  }
}

function isInteger(value: GoValue): boolean {
  if (typeof value === "string") {
    return /^[-+]?\d+$/.test(value);
  }
  return typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value));
}
