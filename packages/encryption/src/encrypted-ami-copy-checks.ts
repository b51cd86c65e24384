import { Checks, partitionOf } from "@groundwork/core";
import { checkCopy } from "./copy-checks";
import { type EncryptedAmiCopyArgs } from "./encrypted-ami-copy-args";

const DEPRECATION_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** What the ARNs of those with whom an AMI is shared end in. */
const RESOURCES = {
  organizationArns: { pattern: "organization/o-[a-z0-9]{10,32}", noun: "organization" },
  organizationalUnitArns: { pattern: "ou/o-[a-z0-9]{10,32}/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}", noun: "unit" },
};

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
  for (const [field, { pattern, noun }] of Object.entries(RESOURCES) as [
    keyof typeof RESOURCES,
    { pattern: string; noun: string },
  ][]) {
    const arns = args[field];
    checks.count(field, arns, 1, Infinity, `at least one ${noun}`, "leave it out for none");
    checks.different(field, arns, `different ${noun}s`, "name each once");
    for (const [index, arn] of (arns ?? []).entries()) {
      checks.matches(
        `${field}[${index}]`,
        arn,
        new RegExp(`^arn:${partitionOf(args.place.region)}:organizations::\\d{12}:${pattern}$`),
        `the ARN of an ${noun === "unit" ? "organizational unit" : noun}`,
        "copy it from AWS Organizations",
      );
    }
  }
  checks.done();
}
