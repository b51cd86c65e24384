import { type Checks, isPlain } from "@groundwork/core";
import { type ImageLifecycle, LifecycleAction, type LifecycleExclusions, type LifecycleRule } from "./lifecycle-args";

/** The most tags that exclude AMIs, beside that of approved ones. */
const MOST_TAGS = 49;

/** Records what is wrong with what becomes of AMIs. */
export function checkLifecycle(checks: Checks, { rules, exclusions, keepForever }: ImageLifecycle = {}): void {
  if (keepForever === true) {
    checks.leftOut("lifecycle.rules", rules, "beside keepForever", "remove one of the two");
    checks.leftOut("lifecycle.exclusions", exclusions, "beside keepForever", "remove one of the two");
    return;
  }
  if (rules !== undefined) {
    checks.count("lifecycle.rules", rules, 1, 3, "one to three rules", "say keepForever: true for none");
    const actions = rules.map(({ action }) => action);
    checks.different("lifecycle.rules", actions, "at most one rule for each action", "join them");
    rules.forEach((rule, index) => checkRule(checks, `lifecycle.rules[${index}]`, rule));
    checkOrder(checks, rules);
  }
  checkExclusions(checks, exclusions);
}

function checkRule(checks: Checks, field: string, { action, afterDays, keepNewest, keepAtLeast }: LifecycleRule): void {
  checks.oneOf(`${field}.action`, action, Object.values(LifecycleAction));
  checks.range(`${field}.afterDays`, afterDays, 1, 1000, "days");
  checks.range(`${field}.keepNewest`, keepNewest, 1, 1000, "AMIs");
  checks.range(`${field}.keepAtLeast`, keepAtLeast, 1, 10, "AMIs");
  checks.that(
    (afterDays === undefined) !== (keepNewest === undefined),
    `${field}.afterDays and ${field}.keepNewest`,
    [afterDays, keepNewest],
    "one of the two",
    "say after how many days, or how many are kept",
  );
  for (const [name, value] of Object.entries({ keepNewest, keepAtLeast })) {
    checks.that(
      value === undefined || action === LifecycleAction.Delete,
      `${field}.${name}`,
      value,
      "left out, except with LifecycleAction.Delete",
      "remove it",
    );
  }
  checks.leftOut(
    `${field}.keepAtLeast`,
    keepNewest === undefined ? undefined : keepAtLeast,
    "beside keepNewest",
    "keepNewest says how many are kept",
  );
}

/** An AMI that is deleted first is never deprecated: a rule that comes too late does nothing. */
function checkOrder(checks: Checks, rules: LifecycleRule[]): void {
  const days = Object.values(LifecycleAction).flatMap((action) => {
    const after = rules.find((rule) => rule.action === action)?.afterDays;
    return typeof after === "number" ? [after] : [];
  });
  checks.that(
    days.every((day, index) => index === 0 || day > days[index - 1]!),
    "lifecycle.rules",
    days,
    "more days for each of Deprecate, Disable and Delete than for the one before",
    "raise the later, or remove the rule that never applies",
  );
}

function checkExclusions(checks: Checks, args: LifecycleExclusions = {}): void {
  const { launchedWithinDays, tags = {}, sharedAccountIds, regions } = args;
  const field = "lifecycle.exclusions";
  checks.range(`${field}.launchedWithinDays`, launchedWithinDays, 1, 365, "days");
  checks.that(
    Object.keys(tags).length <= MOST_TAGS,
    `${field}.tags`,
    `${Object.keys(tags).length} tags`,
    `at most ${MOST_TAGS} tags`,
    "give AMIs that stay one tag in common",
  );
  for (const key of Object.keys(tags)) {
    checks.that(
      /^(?!aws:)[\w\s.:/=+\-@]{1,128}$/.test(key),
      `${field}.tags`,
      key,
      "keys of up to 128 letters, digits, spaces and _.:/=+-@, not of aws:",
      "rename it",
    );
  }
  eachPlain(sharedAccountIds, (id, index) => checks.accountId(`${field}.sharedAccountIds[${index}]`, id));
  eachPlain(regions, (region, index) => checks.region(`${field}.regions[${index}]`, region));
}

function eachPlain<T>(list: T, check: (item: string, index: number) => void): void {
  if (Array.isArray(list)) {
    list.forEach((item: unknown, index) => isPlain(item) && check(item as string, index));
  }
}
