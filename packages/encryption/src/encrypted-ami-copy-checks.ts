import { checkOrganizations, Checks } from "@groundwork/core";
import { checkCopy } from "./copy-checks";
import { type EncryptedAmiCopyArgs } from "./encrypted-ami-copy-args";

const DEPRECATION_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/**
 * Checks the arguments of an AMI's copy.
 *
 * @throws ConfigError with every mistake.
 */
export function checkEncryptedAmiCopy(name: string, args: EncryptedAmiCopyArgs): void {
  const checks = new Checks("EncryptedAmiCopy", name);
  checks.matches("sourceAmiId", args.sourceAmiId, /^ami-[0-9a-f]{8,17}$/, "an AMI's id", "copy it from EC2");
  const isShared = [args.accountIds, args.organizationArns, args.organizationalUnitArns].some(
    (one) => one !== undefined,
  );
  checkCopy(checks, args, isShared);
  checks.matches(
    "deprecationTime",
    args.deprecationTime,
    DEPRECATION_TIME,
    "a time in UTC",
    "write it like 2027-06-30T00:00:00Z",
  );
  checkOrganizations(checks, args.place, args);
  checks.done();
}
