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

const REGION = "[a-z]{2}(-[a-z]+)+-\\d";

/** The form of an AMI id. */
export const AMI_ID = "ami-[0-9a-f]+";

/** An AMI id in a configuration; after a Region and a slash it holds in that Region alone, so with an account before. */
export const AMI_ID_PATTERN = `^((\\d{12}/)?${REGION}/)?${AMI_ID}$`;

/** A snapshot's id in a configuration, in the same form. */
export const SNAPSHOT_ID_PATTERN = `^((\\d{12}/)?${REGION}/)?snap-[0-9a-f]+$`;

/** A Region in a configuration. */
export const REGION_PATTERN = `^${REGION}$`;

/** A Region in a configuration; after an account and a slash, that account's alone. */
export const PLACE_PATTERN = `^(\\d{12}/)?${REGION}$`;

/** An account in a configuration. */
export const ACCOUNT_PATTERN = "^\\d{12}$";

/** The name or the ARN of an SSM parameter in a configuration, with `*` for any text without a slash. */
export const SSM_PARAMETER_PATTERN = "^[\\w./*-]+$|^arn:[^\\s]+$";

/** A parent image in a configuration: an image's ARN, or `ssm:` and a parameter; with `*` for any text without a slash. */
export const PARENT_IMAGE_PATTERN = "^arn:[^\\s]+$|^ssm:[\\w./*-]+$";
