import { type Checks } from "@groundwork/core";

/** A version of an image or a component, an x for what may rise. */
const VERSION = /^(\d+\.\d+\.\d+|\d+\.\d+\.x|\d+\.x\.x|x\.x\.x)$/;

/** Records what is wrong with the version of an image or of a component. */
export function checkVersion(checks: Checks, field: string, version: string | undefined): void {
  checks.matches(field, version, VERSION, "a version like 1.2.3, 1.2.x or x.x.x", "put an x for what may rise");
}
