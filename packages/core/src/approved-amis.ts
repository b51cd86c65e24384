import { type ApprovedAmi } from "./approved-ami";
import { checkApprovedAmi, APPROVED_AMI_FIELDS } from "./approved-ami-checks";
import { Checks } from "./checks";

/**
 * Reads the catalogue of approved AMIs.
 *
 * An approval that is over is no mistake: a catalogue with one still tells what is launched, and the policy pack judges it.
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
    if (checks.that(isObject(entry), field, entry, "a map of fields", `give it ${APPROVED_AMI_FIELDS.join(", ")}`)) {
      checkApprovedAmi(field, entry as Record<string, unknown>, stacks, checks);
    }
  });
  checkUnique(amis as ApprovedAmi[], checks);
  checks.done();
  return amis as ApprovedAmi[];
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
