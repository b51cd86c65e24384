import { APPROVAL_NOTICE_DAYS, APPROVED_TAG, type ApprovedAmi, approvedParameter } from "@groundwork/core";
import { type AmiFacts, readAmi } from "./aws/ami";
import { readParameter } from "./aws/candidate";
import { type Session, Sessions } from "./aws/sessions";
import { CatalogueFile } from "./catalogue/catalogue-file";
import { daysBetween } from "./days";
import { type Desk } from "./desk";
import { readEnvironments } from "./environments";

/** Which entries are compared with AWS; all of them, unless told otherwise. */
export interface CheckOptions {
  amiName?: string;
  environment?: string;
  profiles: string[];
}

/**
 * Compares the catalogue with AWS, and says what is wrong.
 *
 * @returns How many entries something is wrong with. One that cannot be seen with the credentials at hand is among them.
 */
export async function check({ amiName, environment, profiles }: CheckOptions, desk: Desk): Promise<number> {
  const stacks = [...readEnvironments(desk.root).keys()];
  const { amis } = CatalogueFile.read(desk.root, stacks);
  const chosen = amis.filter(
    (ami) =>
      (amiName === undefined || ami.name === amiName) &&
      (environment === undefined || ami.environments.includes(environment)),
  );
  const [first] = chosen;
  if (first === undefined) {
    desk.out("No approval is compared: the catalogue has none of this name and environment.");
    return 0;
  }
  const sessions = await Sessions.of(profiles, first.region);
  let wrong = 0;
  for (const ami of chosen) {
    const findings = await findingsOf(ami, sessions, desk.today());
    wrong += findings.length > 0 ? 1 : 0;
    const what = `${ami.name} for ${ami.environments.join(", ")}, ${ami.id} in ${ami.region}`;
    desk.out([`${findings.length === 0 ? "✓" : "✗"} ${what}`, ...findings.map((line) => `    ${line}`)].join("\n"));
  }
  return wrong;
}

async function findingsOf(entry: ApprovedAmi, sessions: Sessions, today: string): Promise<string[]> {
  const owner = entry.owner ?? entry.accountId;
  const views = new Map<string, AmiFacts | undefined>();
  for (const account of new Set([owner, entry.accountId])) {
    const session = sessions.find(account, entry.region);
    if (session !== undefined) {
      views.set(account, await readAmi(session, entry.id));
    }
  }
  const facts = views.get(owner) ?? views.get(entry.accountId);
  return [
    ...ofApproval(entry, today),
    ...ofSight(entry, owner, views),
    ...(facts === undefined ? [] : ofAmi(facts, entry, owner, today)),
    ...(views.has(owner) && facts !== undefined ? ofTags(facts) : []),
    ...(await ofParameters(entry, sessions.find(entry.accountId, entry.region))),
  ];
}

function ofApproval({ expires }: ApprovedAmi, today: string): string[] {
  const days = daysBetween(today, expires);
  if (days < 0) {
    return [`its approval ended on ${expires}`];
  }
  return days <= APPROVAL_NOTICE_DAYS ? [`its approval ends after ${expires}, in ${days} days`] : [];
}

/** Whether the accounts that own it and launch it see it. */
function ofSight({ accountId }: ApprovedAmi, owner: string, views: Map<string, AmiFacts | undefined>): string[] {
  const blind = [...new Set([owner, accountId])].filter((account) => !views.has(account));
  const unseen = blind.map(
    (account) => `it was not looked at from account ${account}; give a profile of it by --profile`,
  );
  if (views.has(owner) && views.get(owner) === undefined) {
    return ["it is gone", ...unseen];
  }
  return views.has(accountId) && views.get(accountId) === undefined
    ? [`it is not shared with account ${accountId}`, ...unseen]
    : unseen;
}

function ofAmi(facts: AmiFacts, entry: ApprovedAmi, owner: string, today: string): string[] {
  const { state, deprecated, unencrypted, architecture } = facts;
  return [
    ...(state === "available" ? [] : [`it is ${state}`]),
    ...(deprecated !== undefined && deprecated <= today ? [`it is deprecated since ${deprecated}`] : []),
    ...(unencrypted.length === 0 ? [] : [`${unencrypted.join(", ")} is not encrypted`]),
    ...(facts.owner === owner ? [] : [`it is of account ${facts.owner}, and not of ${owner} as the catalogue says`]),
    ...(entry.architecture === undefined || entry.architecture === architecture
      ? []
      : [`it is of ${architecture}, and not of ${entry.architecture} as the catalogue says`]),
    ...(facts.public ? ["everybody may launch it"] : []),
    ...(facts.requiresTokens ? [] : ["it does not ask for IMDSv2"]),
  ];
}

/**
 * What an environment publishes is what is approved for it. SSM takes an id that it cannot see, and drops it a moment later, so that a
 * deployment may end well and publish the one before.
 */
async function ofParameters({ name, environments, id }: ApprovedAmi, session: Session | undefined): Promise<string[]> {
  const findings: string[] = [];
  for (const environment of session === undefined ? [] : environments) {
    const parameter = approvedParameter(name, environment);
    const held = await readParameter(session!, parameter);
    if (held !== undefined && held !== id) {
      findings.push(`${parameter} holds ${held}; deploy ${environment}`);
    }
  }
  return findings;
}

/** What lifecycle rules leave alone has the tag. */
function ofTags({ tags }: AmiFacts): string[] {
  const missing = Object.entries(APPROVED_TAG).filter(([key, value]) => tags[key] !== value);
  return missing.map(
    ([key, value]) =>
      `it has no tag ${key}=${value}, so that a lifecycle rule may remove it; deploy the stack of the account that owns it`,
  );
}
