import type * as pulumi from "@pulumi/pulumi";
import { AMI_ID, type Checks } from "@groundwork/core";

/** Checks the id of an AMI. A value that is known only at deployment passes: AWS checks that. */
export function checkAmiId(checks: Checks, field: string, id: pulumi.Input<string>): boolean {
  return checks.matches(
    field,
    id,
    AMI_ID,
    "ami- and 8 or 17 digits from 0 to f",
    "copy it from the catalogue of approved AMIs",
  );
}
