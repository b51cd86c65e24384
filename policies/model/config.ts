import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";

/** A list of texts in a rule's configuration, empty by default. */
export function strings(description: string, pattern: string): PolicyConfigJSONSchema {
  return { type: "array", items: { type: "string", pattern }, default: [], description };
}

/** A list of whole numbers in a rule's configuration. */
export function numbers(description: string, defaults: number[], maximum: number): PolicyConfigJSONSchema {
  return { type: "array", items: { type: "integer", minimum: 0, maximum }, default: defaults, description };
}

/** A whole number in a rule's configuration. */
export function number(description: string, value: number, minimum: number, maximum: number): PolicyConfigJSONSchema {
  return { type: "integer", minimum, maximum, default: value, description };
}

/** An AMI id in a configuration; after a Region and a slash, it holds in that Region alone. */
export const AMI_ID_PATTERN = "^([a-z]{2}(-[a-z]+)+-\\d/)?ami-[0-9a-f]+$";

/** A Region in a configuration. */
export const REGION_PATTERN = "^[a-z]{2}(-[a-z]+)+-\\d$";

/** The name or the ARN of an SSM parameter in a configuration, with `*` for any text without a slash. */
export const SSM_PARAMETER_PATTERN = "^[\\w./*-]+$|^arn:[^\\s]+$";

/** The ARN of an image of Image Builder in a configuration, with `*` for any text without a slash. */
export const PARENT_IMAGE_PATTERN = "^arn:[^\\s]+$";
