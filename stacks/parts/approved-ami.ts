import * as pulumi from "@pulumi/pulumi";
import { APPROVAL_NOTICE_DAYS, type ApprovedAmi, ConfigError, daysLeft, type Place } from "@groundwork/core";
import { ApprovedAmiParameter } from "@groundwork/golden-ami";
import { CATALOGUE, readCatalogue } from "../config/approved-amis";
import { type WorkloadConfig } from "../config/shapes";

/**
 * The AMI that an environment launches: what the catalogue says, by its id, so that another approval is another launch
 * template. Whatever the catalogue approves for the environment is published as a parameter, too.
 *
 * @throws ConfigError if nothing is approved.
 */
export function approvedAmi(
  environment: string,
  { place, fleet, tags }: Pick<WorkloadConfig, "place" | "fleet" | "tags">,
): string {
  const catalogue = readCatalogue();
  const launched = entryFor(catalogue, fleet.amiName, environment, place);
  for (const { name, id } of catalogue.filter((ami) => isFor(ami, environment, place))) {
    new ApprovedAmiParameter(`${environment}-${name}-approved`, {
      ...{ place, amiName: name, environment, amiId: id },
      tags,
    });
  }
  const warning = warningOf(launched, environment);
  if (warning !== undefined) {
    void pulumi.log.warn(warning);
  }
  return launched.id;
}

/**
 * The entry by which an environment launches a golden AMI.
 *
 * @throws ConfigError if there is none.
 */
export function entryFor(catalogue: ApprovedAmi[], name: string, environment: string, place: Place): ApprovedAmi {
  const entries = catalogue.filter((ami) => ami.name === name && ami.environments.includes(environment));
  const found = entries.find((ami) => isFor(ami, environment, place));
  if (found === undefined) {
    const elsewhere = entries.map(({ id, region, accountId }) => `${id} in ${region} and account ${accountId}`);
    const but = elsewhere.length === 0 ? "" : `, but ${elsewhere.join(", ")}`;
    throw new ConfigError(`Catalogue "${CATALOGUE}"`, [
      `it approves no AMI ${name} for ${environment} in ${place.region} and account ${place.accountId}${but}; ` +
        `approve one with \`npm run promote -- ${name} ${environment}\`.`,
    ]);
  }
  return found;
}

/**
 * What is to be said of an approval that ends. An expired one stops no program, since whoever mends something else must be able
 * to deploy, and there is nothing better to launch than what runs: the policy pack refuses it, where that is wanted.
 */
export function warningOf(ami: ApprovedAmi, environment: string, now = new Date()): string | undefined {
  const days = daysLeft(ami, now);
  if (days > APPROVAL_NOTICE_DAYS) {
    return undefined;
  }
  const again = `npm run promote -- ${ami.name} ${environment}`;
  const end =
    days < 0 ? `ended on ${ami.expires}, and the policy pack refuses to launch it` : `ends after ${ami.expires}`;
  return (
    `The approval of the AMI ${ami.name} for ${environment}, ${ami.id}, ${end}; ` +
    `approve the newest with \`${again}\`, or this one for longer with \`${again} --from ${environment}\`.`
  );
}

/** Whether an entry is for an environment, where that is. */
function isFor(ami: ApprovedAmi, environment: string, { region, accountId }: Place): boolean {
  return ami.environments.includes(environment) && ami.region === region && ami.accountId === accountId;
}
