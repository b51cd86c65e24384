import { APPROVED_TAG, type Checks } from "@groundwork/core";

/** Refuses a tag by which a pipeline would approve its own AMIs, and keep them all from its lifecycle's rules. */
export function checkNoApproval(checks: Checks, field: string, key: string): void {
  checks.that(!(key in APPROVED_TAG), field, key, "another key", "remove it: an approval sets it");
}
