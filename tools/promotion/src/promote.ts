import { type ApprovedAmi } from "@groundwork/core";
import { Sessions } from "./aws/sessions";
import { CATALOGUE, CatalogueFile } from "./catalogue/catalogue-file";
import { difference } from "./catalogue/difference";
import { daysAfter, isDay } from "./days";
import { type Desk } from "./desk";
import { type Environment, environmentOf, FACTORY, readEnvironments } from "./environments";
import { PromotionError, Refusal } from "./errors";
import { entryOf, type Evidence, gather } from "./evidence";
import { type Terms, unfitness } from "./fitness";
import { summary } from "./summary";

/**
 * The days that an approval holds unless told otherwise: a quarter, so that nothing runs for longer without being looked at. It
 * is as long as a release of Amazon Linux 2023 is current, and half of what the policy pack lets an AMI grow old.
 */
export const DEFAULT_APPROVAL_DAYS = 90;

/** What is to be approved, and how. */
export interface PromoteOptions {
  amiName: string;
  environment: string;
  /** The environment whose AMI is taken; without it, the newest candidate. */
  from?: string;
  /** Who approves; without it, the author of commits. */
  by?: string;
  /** The last day; without it, {@link DEFAULT_APPROVAL_DAYS} from now, or the day on which the AMI is deprecated. */
  expires?: string;
  acceptedFindings?: string;
  profiles: string[];
  dryRun: boolean;
  yes: boolean;
}

/**
 * Approves an AMI for an environment: reads its evidence, refuses what is not fit, and writes the catalogue.
 *
 * @throws {@link Refusal} with every reason against it.
 * @throws {@link PromotionError} if AWS cannot be asked, or something in the repository is wrong.
 */
export async function promote(options: PromoteOptions, desk: Desk): Promise<void> {
  const environments = readEnvironments(desk.root);
  const target = environmentOf(environments, options.environment);
  const catalogue = CatalogueFile.read(desk.root, [...environments.keys()]);
  const from = options.from === undefined ? undefined : fromEntry(options.from, options, environments, catalogue);
  const approvedBy = options.by ?? desk.author();
  if (approvedBy === undefined) {
    throw new PromotionError("nobody is known to approve; set git's user.name, or give --by NAME.");
  }
  if (options.expires !== undefined && !isDay(options.expires)) {
    throw new PromotionError(`--expires is "${options.expires}", but must be a day; write it like 2026-11-30.`);
  }

  const sessions = await Sessions.of(options.profiles, target.place.region);
  const factory = environmentOf(environments, FACTORY);
  const promotion = { amiName: options.amiName, target, factory, ...(from && { from }) };
  const evidence = await gather(promotion, sessions);
  const terms = termsOf(evidence, options, desk.today());
  desk.out(summary(evidence, options.amiName, target.name));
  const reasons = unfitness(evidence, terms);
  if (reasons.length > 0) {
    throw new Refusal(evidence.ami.id, reasons);
  }
  const text = catalogue.with(entry(evidence, terms, { amiName: options.amiName, target, approvedBy }));
  await write(text, catalogue, options, desk);
}

function fromEntry(
  from: string,
  { amiName }: PromoteOptions,
  environments: Map<string, Environment>,
  { amis }: CatalogueFile,
): ApprovedAmi {
  return entryOf(amis, amiName, environmentOf(environments, from));
}

function termsOf({ ami: { deprecated } }: Evidence, options: PromoteOptions, today: string): Terms {
  const usual = daysAfter(today, DEFAULT_APPROVAL_DAYS);
  const { acceptedFindings } = options;
  const expires = options.expires ?? (deprecated !== undefined && deprecated < usual ? deprecated : usual);
  return { today, expires, ...(acceptedFindings !== undefined && { acceptedFindings }) };
}

function entry(
  { ami, build }: Evidence,
  { today, expires, acceptedFindings }: Terms,
  { amiName, target, approvedBy }: { amiName: string; target: Environment; approvedBy: string },
): ApprovedAmi {
  const { accountId, region } = target.place;
  return {
    name: amiName,
    environments: [target.name],
    ...{ region, accountId },
    ...(ami.owner !== accountId && { owner: ami.owner }),
    id: ami.id,
    encrypted: true,
    architecture: ami.architecture,
    created: ami.created,
    approved: today,
    approvedBy,
    expires,
    ...(ami.deprecated !== undefined && { deprecated: ami.deprecated }),
    build: build.arn,
    ...(build.parent !== undefined && { parent: build.parent }),
    tests: "passed",
    ...(build.findings !== undefined && { findings: build.findings }),
    ...(acceptedFindings !== undefined && { acceptedFindings }),
  };
}

async function write(text: string, catalogue: CatalogueFile, options: PromoteOptions, desk: Desk): Promise<void> {
  const lines = difference(catalogue.text, text);
  if (lines.length === 0) {
    desk.out(`${CATALOGUE} says so already.`);
    return;
  }
  desk.out([`${CATALOGUE}:`, ...lines].join("\n"));
  if (options.dryRun) {
    desk.out("Nothing is written: --dry-run.");
    return;
  }
  if (!options.yes && !(await desk.confirm(`Approve it for ${options.environment}?`))) {
    desk.out("Nothing is written.");
    return;
  }
  catalogue.write(text);
  desk.configure();
  desk.out(
    `Approved. Have the change reviewed, then deploy: pulumi up -s ${FACTORY}, which tags it, then pulumi up -s ${options.environment}.`,
  );
}
