import { checkPlace, Checks, isPlain, partitionOf, type Place } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { checkPolicyAlarms } from "../alarms/alarms";
import { checkKey } from "../policy/copy-checks";
import { checkCreation } from "../policy/creation";
import { LONGEST_RETENTION_DAYS } from "../policy/retention-args";
import { ScheduledResource } from "../snapshot-schedule/snapshot-schedule-args";
import { type BackupPlanArgs, type BackupRule, type RestoreTesting, type VaultLock } from "./backup-plan-args";
import { restoreTestingName } from "./restore-testing";

/** The longest name of a restore testing plan and of its selections. */
const LONGEST_NAME = 50;

/**
 * Checks a backup plan.
 *
 * @throws ConfigError with every mistake.
 */
export function checkBackupPlan(name: string, args: BackupPlanArgs): void {
  const { place, targetTags, rules, lock, restoreTesting } = args;
  const checks = new Checks("BackupPlan", name);
  checkPlace(checks, place);
  checkKey(checks, "keyArn", args.keyArn, place.region);
  checks.oneOf("resource", args.resource, Object.values(ScheduledResource));
  checks.that(
    Object.keys(targetTags).length > 0,
    "targetTags",
    targetTags,
    "at least one tag",
    "name the tag to look for",
  );
  const names = rules.map((rule) => rule.name);
  checks.count("rules", names, 1, 10, "one to ten rules", "make another plan");
  checks.different("rules", names, "rules of different names", "give each a name of its own");
  rules.forEach((rule, index) => checkRule(checks, `rules[${index}]`, rule, place, lock));
  if (lock !== undefined) {
    checkLock(checks, lock);
  }
  checkSources(checks, args);
  if (restoreTesting !== undefined) {
    checkRestoreTesting(checks, name, restoreTesting, Object.keys(targetTags));
  }
  checkPolicyAlarms(checks, args.alarms, place.region);
  checks.done();
}

function checkRule(checks: Checks, field: string, rule: BackupRule, place: Place, lock: VaultLock | undefined): void {
  const { name, retainDays, copies = [] } = rule;
  checks.matches(
    `${field}.name`,
    name,
    /^[\w.-]{1,50}$/,
    "up to 50 letters, digits, dots, hyphens and underscores",
    "write it like daily",
  );
  checkCreation(checks, `${field}.`, { cron: rule.cron });
  if (checks.range(`${field}.retainDays`, retainDays, 1, LONGEST_RETENTION_DAYS, "days")) {
    checkWithin(checks, `${field}.retainDays`, retainDays, lock);
  }
  const vaults = copies.map(({ vaultArn }) => vaultArn);
  checks.different(`${field}.copies`, vaults, "copies into different vaults", "name each vault once");
  copies.forEach((copy, index) => {
    const each = `${field}.copies[${index}]`;
    checks.matches(
      `${each}.vaultArn`,
      copy.vaultArn,
      new RegExp(`^arn:${partitionOf(place.region)}:backup:[\\w-]+:\\d{12}:backup-vault:[\\w-]{2,50}$`),
      "the ARN of a vault of the same partition",
      "pass the vaultArn of a BackupPlan there",
    );
    checks.range(`${each}.retainDays`, copy.retainDays, 1, LONGEST_RETENTION_DAYS, "days");
  });
}

/** A vault refuses backups that its lock does not allow: each of them would fail. */
function checkWithin(checks: Checks, field: string, days: pulumi.Input<number>, lock: VaultLock | undefined): void {
  const { minRetentionDays: min = 1, maxRetentionDays: max = LONGEST_RETENTION_DAYS } = lock ?? {};
  if (isPlain(days) && isPlain(min) && isPlain(max)) {
    checks.that(
      days >= min && days <= max,
      field,
      days,
      `from ${min} to ${max} days, as lock says`,
      "change one of both",
    );
  }
}

function checkLock(checks: Checks, { minRetentionDays, maxRetentionDays, irreversibleAfterDays }: VaultLock): void {
  checks.range("lock.minRetentionDays", minRetentionDays, 1, LONGEST_RETENTION_DAYS, "days");
  const least = isPlain(minRetentionDays) ? Math.max(minRetentionDays, 1) : 1;
  checks.range("lock.maxRetentionDays", maxRetentionDays, least, LONGEST_RETENTION_DAYS, "days");
  checks.range("lock.irreversibleAfterDays", irreversibleAfterDays, 3, LONGEST_RETENTION_DAYS, "days");
}

function checkSources(checks: Checks, { place, sourceAccountIds }: BackupPlanArgs): void {
  checks.count("sourceAccountIds", sourceAccountIds, 1, Infinity, "at least one account", "leave it out for none");
  checks.different("sourceAccountIds", sourceAccountIds, "different accounts", "name each once");
  sourceAccountIds?.forEach((accountId, index) => {
    const field = `sourceAccountIds[${index}]`;
    checks.accountId(field, accountId);
    checks.that(accountId !== place.accountId, field, accountId, "another account than the vault's own", "drop it");
  });
}

function checkRestoreTesting(checks: Checks, name: string, testing: RestoreTesting, tags: string[]): void {
  const { cron, windowDays, validationHours } = testing;
  checkCreation(checks, "restoreTesting.", { cron });
  checks.range("restoreTesting.windowDays", windowDays, 1, 365, "days");
  checks.range("restoreTesting.validationHours", validationHours, 1, 168, "hours");
  const longest = Math.max(
    ...[name, ...tags.map((tag) => restoreTestingName(`${name}_${tag}`))].map((text) => text.length),
  );
  checks.that(
    longest <= LONGEST_NAME,
    "restoreTesting",
    `a name of ${longest} characters, made of the component's and a tag's`,
    `names of up to ${LONGEST_NAME}`,
    "shorten the component's name or the tag's key",
  );
}
