/** How often a cron expression fires, in hours. */
export interface CronRhythm {
  /** The shortest time between two runs. */
  shortestHours: number;
  /** The longest time between two runs. */
  longestHours: number;
}

/** When a cron expression fires. */
export interface CronTimes {
  /** The minutes of a day, in their order. */
  minutes: number[];
  /** Whether it fires on a day, in UTC. */
  isDay: DayTest;
}

/** Which days an expression is for. */
type DayTest = (date: Date) => boolean;

const MINUTES_A_DAY = 24 * 60;

/** Four years, so that a leap day is among them; they begin on one of January. */
const START = Date.UTC(2028, 0, 1);
const DAYS = 4 * 365 + 1;
const MILLISECONDS_A_DAY = MINUTES_A_DAY * 60_000;

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/**
 * When a cron expression of AWS fires, such as `cron(0 3 ? * SUN *)`.
 *
 * @returns undefined unless it is one, in every year, with either the day of the month or the day of the week as `?`.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-cron-expressions
 */
export function cronTimes(expression: string): CronTimes | undefined {
  const [minute, hour, dayOfMonth, month, dayOfWeek, year, ...more] =
    /^cron\((.{11,100})\)$/.exec(expression)?.[1]?.split(" ") ?? [];
  if (year !== "*" || more.length > 0) {
    return undefined;
  }
  const minutes = numbers(minute!, 0, 59);
  const hours = numbers(hour!, 0, 23);
  const months = numbers(month!, 1, 12, MONTHS);
  const isDay = dayTest(dayOfMonth!, dayOfWeek!);
  if (minutes === undefined || hours === undefined || months === undefined || isDay === undefined) {
    return undefined;
  }
  return {
    minutes: [...hours].flatMap((each) => [...minutes].map((one) => each * 60 + one)).sort((a, b) => a - b),
    isDay: (date) => months.has(date.getUTCMonth() + 1) && isDay(date),
  };
}

/** How often a cron expression of AWS fires; undefined unless {@link cronTimes} reads it, and it fires at least twice. */
export function cronRhythm(expression: string): CronRhythm | undefined {
  const times = cronTimes(expression);
  const days = Array.from({ length: DAYS }, (_, day) => day);
  return (
    times &&
    rhythm(
      times.minutes,
      days.filter((day) => times.isDay(new Date(START + day * MILLISECONDS_A_DAY))),
    )
  );
}

function rhythm(times: number[], days: number[]): CronRhythm | undefined {
  const overnight = MINUTES_A_DAY - times.at(-1)! + times[0]!;
  const gaps = [
    ...times.slice(1).map((time, index) => time - times[index]!),
    ...days.slice(1).map((day, index) => (day - days[index]! - 1) * MINUTES_A_DAY + overnight),
  ];
  return days.length < 2 ? undefined : { shortestHours: Math.min(...gaps) / 60, longestHours: Math.max(...gaps) / 60 };
}

/** The numbers that a field stands for; undefined if it is none. */
function numbers(field: string, min: number, max: number, names: string[] = []): Set<number> | undefined {
  const found = new Set<number>();
  for (const item of field.split(",")) {
    const [, from, to, step] = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(item) ?? [];
    const first = from === "*" ? min : numberOf(from, min, names);
    const last = from === "*" || (to === undefined && step !== undefined) ? max : numberOf(to ?? from, min, names);
    const by = Number(step ?? 1);
    if (!(first >= min && first <= last && last <= max && by >= 1) || (from === "*" && to !== undefined)) {
      return undefined;
    }
    for (let each = first; each <= last; each += by) {
      found.add(each);
    }
  }
  return found;
}

function numberOf(text: string | undefined, min: number, names: string[]): number {
  const name = names.indexOf(text ?? "");
  return name === -1 ? (/^\d+$/.test(text ?? "") ? Number(text) : NaN) : name + min;
}

/** The test of a day, by the one of both fields that is not `?`. */
function dayTest(dayOfMonth: string, dayOfWeek: string): DayTest | undefined {
  if (dayOfWeek === "?") {
    return dayOfMonthTest(dayOfMonth);
  }
  return dayOfMonth === "?" ? dayOfWeekTest(dayOfWeek) : undefined;
}

function dayOfMonthTest(field: string): DayTest | undefined {
  if (field === "L") {
    return (date) => date.getUTCDate() === lastOf(date);
  }
  const weekday = Number(/^([1-9]|[12]\d|3[01])W$/.exec(field)?.[1]);
  if (!Number.isNaN(weekday)) {
    return (date) => date.getUTCDate() === nearestWeekday(date, weekday);
  }
  const days = numbers(field, 1, 31);
  return days && ((date) => days.has(date.getUTCDate()));
}

function dayOfWeekTest(field: string): DayTest | undefined {
  const [, day, how, nth] = /^(\w+?)(L|#([1-5]))$/.exec(field) ?? [];
  if (how !== undefined) {
    const weekday = numberOf(day, 1, WEEKDAYS);
    return weekday >= 1 && weekday <= 7
      ? (date) =>
          date.getUTCDay() + 1 === weekday &&
          (nth === undefined ? date.getUTCDate() + 7 > lastOf(date) : Math.ceil(date.getUTCDate() / 7) === Number(nth))
      : undefined;
  }
  const days = numbers(field, 1, 7, WEEKDAYS);
  return days && ((date) => days.has(date.getUTCDay() + 1));
}

function lastOf(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** The weekday nearest to a day, in the same month. */
function nearestWeekday(date: Date, day: number): number {
  const weekday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), day)).getUTCDay();
  if (weekday === 6) {
    return day === 1 ? 3 : day - 1;
  }
  return weekday === 0 ? (day === lastOf(date) ? day - 2 : day + 1) : day;
}
