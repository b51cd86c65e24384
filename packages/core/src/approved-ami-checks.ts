import { type ApprovedAmi } from "./approved-ami";
import { type Checks, REGION } from "./checks";
import { AMI_ID, AMI_NAME, AMI_NAME_ALLOWED } from "./golden-ami";

/** The architectures of AMIs that EC2 knows for instances without Apple's hardware. */
export const ARCHITECTURES = ["x86_64", "arm64", "i386"];

/** What a field must be. */
interface Field {
  ok: (value: unknown) => boolean;
  /** The values allowed, as the end of "… is X, but must be …". */
  allowed: string;
  fix: string;
  optional?: boolean;
}

const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DATE: Field = { ok: isDate, allowed: "a date", fix: "write it like 2026-11-30" };
const ACCOUNT = text(
  /^\d{12}$/,
  "an AWS account id of twelve digits",
  "copy it from the console, and quote it in YAML",
);
const SEVERITIES = ["critical", "high", "medium", "other"];

/** What each field of an entry must be, in the order in which an entry has them. */
function fieldsOf(stacks: readonly string[] | undefined): Record<keyof ApprovedAmi, Field> {
  const isStack = (name: unknown) => typeof name === "string" && (stacks?.includes(name) ?? name !== "");
  return {
    name: text(AMI_NAME, AMI_NAME_ALLOWED, "use the golden AMI's name"),
    environments: {
      ok: (value) => Array.isArray(value) && value.length > 0 && value.every(isStack),
      allowed: `a list of ${stacks?.join(", ") ?? "stacks"}`,
      fix: "name at least one",
    },
    region: text(REGION, "an AWS Region", "write it like eu-west-1"),
    accountId: ACCOUNT,
    owner: { ...ACCOUNT, optional: true },
    id: text(AMI_ID, "ami- and 8 or 17 digits from 0 to f", "copy it from the candidate parameter"),
    encrypted: {
      ok: (value) => value === true,
      allowed: "true",
      fix: "approve an encrypted copy instead, such as EncryptedAmiCopy makes",
    },
    architecture: oneOf(ARCHITECTURES, "leave it out, or copy it from the AMI"),
    created: DATE,
    approved: DATE,
    approvedBy: text(/\S/, "a person or a team", "say who approved it"),
    expires: DATE,
    deprecated: { ...DATE, optional: true },
    build: { ...text(/\S/, "the build that it came from", "give the image's ARN, or leave it out"), optional: true },
    parent: { ...text(/\S/, "what it was built on", "give the parent image, or leave it out"), optional: true },
    tests: oneOf(["passed", "none"], "an AMI whose tests failed cannot be approved"),
    findings: {
      ok: isFindings,
      allowed: `a number for each of ${SEVERITIES.join(", ")}`,
      fix: "give what the scan found, or leave it out",
      optional: true,
    },
    acceptedFindings: { ...text(/\S/, "a reason", "say why, or leave it out"), optional: true },
  };
}

/** The fields of an entry. */
export const APPROVED_AMI_FIELDS = Object.keys(fieldsOf(undefined));

/** Records what is wrong with an entry. */
export function checkApprovedAmi(
  where: string,
  entry: Record<string, unknown>,
  stacks: readonly string[] | undefined,
  checks: Checks,
): void {
  Object.keys(entry)
    .filter((name) => !APPROVED_AMI_FIELDS.includes(name))
    .forEach((name) =>
      checks.problem(
        `${where}.${name} is unknown; an AMI has ${APPROVED_AMI_FIELDS.join(", ")}: correct or remove it.`,
      ),
    );
  const wrong = Object.entries(fieldsOf(stacks)).filter(([name, { ok, allowed, fix, optional = false }]) => {
    const value = entry[name];
    return !checks.that((optional && value === undefined) || ok(value), `${where}.${name}`, value, allowed, fix);
  });
  if (!wrong.some(([name]) => ["created", "approved", "expires"].includes(name))) {
    checkOrder(where, entry as unknown as ApprovedAmi, checks);
  }
}

/** An AMI is created, approved and expires in that order. */
function checkOrder(where: string, { created, approved, expires }: ApprovedAmi, checks: Checks): void {
  const fix = "correct the dates";
  checks.that(approved >= created, `${where}.approved`, approved, `${created} (created) or later`, fix);
  checks.that(expires >= approved, `${where}.expires`, expires, `${approved} (approved) or later`, fix);
}

function text(pattern: RegExp, allowed: string, fix: string): Field {
  return { ok: (value) => typeof value === "string" && pattern.test(value), allowed, fix };
}

function oneOf(values: readonly unknown[], fix: string): Field {
  return { ok: (value) => values.includes(value), allowed: `one of ${values.join(", ")}`, fix, optional: true };
}

function isDate(value: unknown): boolean {
  return typeof value === "string" && DATE_PATTERN.test(value) && new Date(value).toJSON()?.startsWith(value) === true;
}

function isFindings(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).length === SEVERITIES.length &&
    SEVERITIES.every((severity) => {
      const count = (value as Record<string, unknown>)[severity];
      return Number.isInteger(count) && (count as number) >= 0;
    })
  );
}
