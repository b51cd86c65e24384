import { type Checks, isPlain } from "@groundwork/core";
import { scheduleMistake } from "./cron";
import { BuildCondition, type BuildSchedule } from "./schedule-args";

/** Records what is wrong with a schedule. */
export function checkSchedule(checks: Checks, schedule: BuildSchedule | undefined): void {
  if (schedule === undefined) {
    return;
  }
  const { expression, timeZone, condition, onlyByHand } = schedule;
  if (onlyByHand === true) {
    for (const [field, value] of Object.entries({ expression, timeZone, condition })) {
      checks.leftOut(`schedule.${field}`, value, "beside onlyByHand", "remove one of the two");
    }
    return;
  }
  const mistake = expression !== undefined && isPlain(expression) ? scheduleMistake(expression) : undefined;
  checks.that(
    mistake === undefined,
    "schedule.expression",
    expression,
    mistake ?? "",
    "write it like cron(0 4 ? * sun *)",
  );
  checks.that(
    timeZone === undefined || !isPlain(timeZone) || isTimeZone(timeZone),
    "schedule.timeZone",
    timeZone,
    "an IANA time zone",
    "write it like Europe/Berlin",
  );
  checks.oneOf("schedule.condition", condition, Object.values(BuildCondition));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z0-9]{2,}(\/[\w+-]+)*$/.test(name);
  } catch {
    return false;
  }
}
