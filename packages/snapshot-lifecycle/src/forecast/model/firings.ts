/** Minutes in a day. */
export const DAY = 24 * 60;

/** The times at which a schedule fires, in minutes since the forecast begins. */
export interface Firings {
  /** How many there are up to a time, and at it. */
  count(until: number): number;

  /** The time of one of them, counted from 0; Infinity beyond what is forecast. */
  at(index: number): number;
}

/**
 * The firings at the same times of some days.
 *
 * Both ways are looked up, not counted off, so that nothing depends on how many there are.
 *
 * @param minutes The times of a day, in minutes, in their order.
 * @param days How many days there are.
 * @param isDay Whether it fires on a day, counted from 0.
 */
export function dailyFirings(minutes: number[], days: number, isDay: (day: number) => boolean = () => true): Firings {
  /** The days on which it fires. */
  const firing = Int32Array.from(Array.from({ length: days }, (_, day) => day).filter(isDay));
  /** How many of them there are before each day. */
  const before = new Int32Array(days + 1);
  firing.forEach((day) => before[day + 1]!++);
  before.forEach((_, day) => (before[day] = before[day]! + (before[day - 1] ?? 0)));
  /** How many times of a day have passed in each of its minutes. */
  const passed = Int32Array.from({ length: DAY }, (_, minute) => minutes.filter((time) => time <= minute).length);
  return {
    count: (until) => {
      const day = Math.floor(until / DAY);
      if (day < 0 || day >= days) {
        return day < 0 ? 0 : firing.length * minutes.length;
      }
      const today = before[day + 1]! > before[day]! ? passed[until - day * DAY]! : 0;
      return before[day]! * minutes.length + today;
    },
    at: (index) => {
      const day = firing[Math.floor(index / minutes.length)];
      return day === undefined ? Infinity : day * DAY + minutes[index % minutes.length]!;
    },
  };
}
