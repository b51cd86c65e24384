import { type ForecastRetention, type ForecastSchedule } from "@groundwork/snapshot-lifecycle";

/** A schedule in words. */
export function scheduleInWords({
  intervalHours = 24,
  startTime = "03:00",
  cron,
  retain,
  archive,
  fastRestore,
  copies = [],
}: ForecastSchedule): string {
  const interval = intervalHours === 1 ? "each hour" : `each ${intervalHours} h from ${startTime}`;
  const when = cron ?? (intervalHours === 24 ? `each day at ${startTime}` : interval);
  return [
    when,
    `kept ${retentionInWords(retain)}`,
    ...(archive === undefined ? [] : [`then archived ${retentionInWords(archive)}`]),
    ...(fastRestore === undefined
      ? []
      : [`restored fast in ${fastRestore.zones.length} zones ${retentionInWords(fastRestore.retain)}`]),
    ...copies.map(({ region, retainDays }) => `copied to ${region} for ${days(retainDays)}`),
  ].join(", ");
}

function retentionInWords({ days: number, count }: ForecastRetention): string {
  return number === undefined ? `until ${count} newer ones are there` : `for ${days(number)}`;
}

function days(number: number): string {
  return number === 1 ? "1 day" : `${number} days`;
}

/** A number of GiB or hours, as exact as it can be known. */
export function amountInWords(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : 1;
  return grouped(value, digits);
}

/** US dollars and cents. */
export function dollarsInWords(value: number): string {
  return grouped(value, 2);
}

function grouped(value: number, digits: number): string {
  // What is a little below zero by its last digits is none.
  const rounded = Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value;
  return rounded.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
