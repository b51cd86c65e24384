import { type Checks } from "./checks";
import { partitionOf, type Place } from "./place";

/** What the ARNs of those with whom an AMI is shared end in, and how these are called. */
const PARTIES = [
  { key: "organizationArns", ending: "organization/o-[a-z0-9]{10,32}", noun: "organization", name: "organization" },
  {
    key: "organizationalUnitArns",
    ending: "ou/o-[a-z0-9]{10,32}/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}",
    noun: "unit",
    name: "organizational unit",
  },
] as const;

/** With whom an AMI is shared, beside single accounts. */
export interface SharedWith {
  /** Organizations, by ARN. @default - none */
  organizationArns?: string[];

  /** Organizational units, by ARN. @default - none */
  organizationalUnitArns?: string[];
}

/**
 * Records what is wrong with accounts that something is shared with.
 *
 * @param owner Whose account must not be among them, such as `the copy's`.
 */
export function checkOtherAccounts(
  checks: Checks,
  field: string,
  accountIds: string[] | undefined,
  place: Place,
  owner: string,
): void {
  checks.count(field, accountIds, 1, Infinity, "at least one account", "leave it out for none");
  checks.different(field, accountIds, "different accounts", "name each once");
  for (const [index, accountId] of (accountIds ?? []).entries()) {
    const one = `${field}[${index}]`;
    checks.accountId(one, accountId);
    checks.that(accountId !== place.accountId, one, accountId, `another account than ${owner} own`, "drop it");
  }
}

/**
 * Records what is wrong with organizations and units that an AMI is shared with.
 *
 * @param prefix What stands before the fields' names.
 */
export function checkOrganizations(checks: Checks, place: Place, shared: SharedWith, prefix = ""): void {
  for (const { key, ending, noun, name } of PARTIES) {
    const field = `${prefix}${key}`;
    const arns = shared[key];
    checks.count(field, arns, 1, Infinity, `at least one ${noun}`, "leave it out for none");
    checks.different(field, arns, `different ${noun}s`, "name each once");
    for (const [index, arn] of (arns ?? []).entries()) {
      checks.matches(
        `${field}[${index}]`,
        arn,
        new RegExp(`^arn:${partitionOf(place.region)}:organizations::\\d{12}:${ending}$`),
        `the ARN of an ${name}`,
        "copy it from AWS Organizations",
      );
    }
  }
}
