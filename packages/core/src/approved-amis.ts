import { Checks, REGION } from "./checks";
import { AMI_NAME, AMI_NAME_ALLOWED } from "./golden-ami";

/** One entry of the catalogue: an AMI that environments may launch. Dates are `YYYY-MM-DD`, in UTC. */
export interface ApprovedAmi {
  /** The golden AMI's name, such as `web`. */
  name: string;
  /** The stacks that may launch it. */
  environments: string[];
  /** Where it is, and where it may be launched: an AMI id is of one Region. */
  region: string;
  /** The account that may launch it. */
  accountId: string;
  id: string;
  /** Whether every volume of it is encrypted. */
  encrypted: boolean;
  created: string;
  approved: string;
  approvedBy: string;
  /** The last day of the approval. */
  expires: string;
  /**
   * From when on AWS marks it as deprecated.
   *
   * @default - it is not deprecated
   */
  deprecated?: string;
  /**
   * The build that it came from: an image of Image Builder, by its ARN, or whatever else tells it.
   *
   * @default - the catalogue does not tell
   */
  build?: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const FIELDS = [
  ...["name", "environments", "region", "accountId", "id", "encrypted", "created", "approved", "approvedBy", "expires"],
  ...["deprecated", "build"],
];

/**
 * Reads the catalogue of approved AMIs.
 *
 * @param document What the file holds, parsed.
 * @param file The file's name, for messages.
 * @param stacks The stacks that there are; any name will do without them.
 * @throws {@link ConfigError} with every mistake: the field, the value received, the values allowed, what to do.
 */
export function readApprovedAmis(document: unknown, file: string, stacks?: readonly string[]): ApprovedAmi[] {
  const checks = new Checks("Catalogue", file);
  const entries = isObject(document) ? (document["amis"] ?? []) : document;
  if (!checks.that(Array.isArray(entries), "amis", entries, "a list", 'write each AMI as an item, after "- "')) {
    checks.done();
  }
  const amis = entries as unknown[];
  amis.forEach((entry, index) => {
    const field = `amis[${index}]`;
    if (checks.that(isObject(entry), field, entry, "a map of fields", `give it ${FIELDS.join(", ")}`)) {
      checkEntry(field, entry as Record<string, unknown>, stacks, checks);
    }
  });
  checkUnique(amis as ApprovedAmi[], checks);
  checks.done();
  return amis as ApprovedAmi[];
}

function checkEntry(
  field: string,
  entry: Record<string, unknown>,
  stacks: readonly string[] | undefined,
  checks: Checks,
): void {
  const matches = (name: string, pattern: RegExp, allowed: string, fix: string) =>
    checks.that(
      typeof entry[name] === "string" && pattern.test(entry[name]),
      `${field}.${name}`,
      entry[name],
      allowed,
      fix,
    );
  Object.keys(entry)
    .filter((name) => !FIELDS.includes(name))
    .forEach((name) =>
      checks.problem(`${field}.${name} is unknown; an AMI has ${FIELDS.join(", ")}: correct or remove it.`),
    );
  matches("name", AMI_NAME, AMI_NAME_ALLOWED, "use the golden AMI's name");
  matches(
    "id",
    /^ami-[0-9a-f]{8}(?:[0-9a-f]{9})?$/,
    "ami- and 8 or 17 digits from 0 to f",
    "copy it from the candidate parameter",
  );
  matches("region", REGION, "an AWS Region", "write it like eu-west-1");
  matches(
    "accountId",
    /^\d{12}$/,
    "an AWS account id of twelve digits",
    "copy it from the console, and quote it in YAML",
  );
  matches("approvedBy", /\S/, "a person or a team", "say who approved it");
  if (entry["build"] !== undefined) {
    matches("build", /\S/, "the build that it came from", "give the image's ARN, or leave it out");
  }
  checks.that(
    typeof entry["encrypted"] === "boolean",
    `${field}.encrypted`,
    entry["encrypted"],
    "true or false",
    "say whether its snapshots are encrypted",
  );
  const environments = entry["environments"];
  const isStack = (name: unknown) => typeof name === "string" && (stacks?.includes(name) ?? name !== "");
  checks.that(
    Array.isArray(environments) && environments.length > 0 && environments.every(isStack),
    `${field}.environments`,
    environments,
    `a list of ${stacks?.join(", ") ?? "stacks"}`,
    "name at least one",
  );
  checkDates(field, entry, checks);
}

function checkDates(field: string, entry: Record<string, unknown>, checks: Checks): void {
  const optional = entry["deprecated"] === undefined ? [] : ["deprecated"];
  const wrong = ["created", "approved", "expires", ...optional].filter(
    (name) => !checks.that(isDate(entry[name]), `${field}.${name}`, entry[name], "a date", "write it like 2026-11-30"),
  );
  if (wrong.length === 0) {
    const { created, approved, expires } = entry as unknown as ApprovedAmi;
    checks.that(
      approved >= created,
      `${field}.approved`,
      approved,
      `${created} (created) or later`,
      "correct the dates",
    );
    checks.that(
      expires >= approved,
      `${field}.expires`,
      expires,
      `${approved} (approved) or later`,
      "correct the dates",
    );
  }
}

/** Two entries for one name, place and environment leave open which of them is meant. */
function checkUnique(amis: ApprovedAmi[], checks: Checks): void {
  const seen = new Map<string, number>();
  amis.forEach((ami, index) => {
    const environments: unknown = isObject(ami) ? ami.environments : undefined;
    for (const environment of Array.isArray(environments) ? (environments as string[]) : []) {
      const key = [ami.name, environment, ami.region].join(" ");
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, index);
      } else {
        const clash = `is the second ${ami.name} for ${environment} in ${ami.region}, after amis[${first}]`;
        checks.problem(`amis[${index}] ${clash}, but must be the only one; remove one of them.`);
      }
    }
  });
}

function isDate(value: unknown): boolean {
  return typeof value === "string" && DATE.test(value) && new Date(value).toJSON()?.startsWith(value) === true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
