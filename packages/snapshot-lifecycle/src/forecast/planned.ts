import { cronTimes } from "../policy/cron";
import { DEFAULT_INTERVAL_HOURS, DEFAULT_START_TIME } from "../policy/creation-args";
import {
  DEFAULT_EVERY_HOURS,
  DEFAULT_START,
  type ForecastBand,
  type ForecastRetention,
  type ForecastSchedule,
  type ForecastVolume,
  MAX_MONTHS,
} from "./forecast-args";
import { type Changes } from "./model/changes";
import { expectedChanges, leastChanges, mostChanges } from "./model/estimates";
import { dailyFirings, DAY, type Firings } from "./model/firings";
import { type PlannedSchedule } from "./model/plan";
import { series } from "./model/series";

/** The hours of a month: a twelfth of a year. */
export const HOURS_A_MONTH = 730;

/** The minutes of a month. */
export const MONTH = HOURS_A_MONTH * 60;

/** Milliseconds in a minute. */
export const MINUTE = 60_000;

/** The schedules, as the model takes them. */
export function planSchedules(schedules: ForecastSchedule[], start: string = DEFAULT_START): PlannedSchedule[] {
  return schedules.map((schedule) => ({
    firings: firingsOf(schedule, start),
    keep: schedule.retain,
    copies: (schedule.copies ?? []).map(({ region, keyArn = "", retainDays }) => ({
      region,
      key: keyArn,
      keep: { days: retainDays },
    })),
    archive: schedule.archive,
    fastRestore: schedule.fastRestore && { zones: schedule.fastRestore.zones, keep: schedule.fastRestore.retain },
  }));
}

function firingsOf(
  { intervalHours = DEFAULT_INTERVAL_HOURS, startTime = DEFAULT_START_TIME, cron }: ForecastSchedule,
  start: string,
): Firings {
  const days = Math.ceil((MAX_MONTHS * MONTH) / DAY);
  if (cron !== undefined) {
    const { minutes, isDay } = cronTimes(cron)!;
    const first = Date.parse(start);
    return dailyFirings(minutes, days, (day) => isDay(new Date(first + day * DAY * MINUTE)));
  }
  const [hour, minute] = startTime.split(":").map(Number) as [number, number];
  const times = Array.from({ length: 24 / intervalHours }, (_, run) => (hour + run * intervalHours) % 24);
  return dailyFirings(
    times.sort((a, b) => a - b).map((each) => each * 60 + minute),
    days,
  );
}

/** The first month in which nothing is kept longer for the first time: counted from 0. */
export function settledMonth(schedules: PlannedSchedule[]): number {
  const ends = schedules.flatMap(({ firings, keep, copies, archive }) => {
    const until = (kept: ForecastRetention): number => series(firings, kept).gone(0);
    const archived = archive === undefined ? 0 : until(keep) + until(archive) - firings.at(0);
    return [until(keep), archived, ...copies.map((copy) => until(copy.keep))];
  });
  return Math.min(MAX_MONTHS, Math.ceil(Math.max(...ends) / MONTH));
}

/** A volume's changes, from its first snapshot on: the least, the typical and the most. */
export function changesOf(volume: ForecastVolume, schedules: PlannedSchedule[]): [Changes, Changes, Changes] {
  const since = Math.min(...schedules.map(({ firings }) => firings.at(0)));
  const { sizeGiB, writtenGiB, everyHours = DEFAULT_EVERY_HOURS } = volume;
  const figures = (of: keyof ForecastBand): Parameters<typeof leastChanges>[0] => ({
    sizeGiB,
    writtenGiB,
    changedGiB: volume.changedGiB[of],
    addedGiB: volume.addedGiB[of],
    minutes: everyHours * 60,
    since,
  });
  return [leastChanges(figures("low")), expectedChanges(figures("typical")), mostChanges(figures("high"))];
}
