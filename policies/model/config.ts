import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";

/** A list of texts in a rule's configuration, empty by default. */
export function strings(description: string, pattern: string): PolicyConfigJSONSchema {
  return { type: "array", items: { type: "string", pattern }, default: [], description };
}

/** An AMI id in a configuration. */
export const AMI_ID_PATTERN = "^ami-[0-9a-f]+$";

/** The name or the ARN of an SSM parameter in a configuration, with `*` for any text without a slash. */
export const SSM_PARAMETER_PATTERN = "^[\\w./*-]+$|^arn:[^\\s]+$";
