import { ConfigError } from "@groundwork/core";

/** A record with the same keys and other values. */
export function mapValues<T, R>(record: Record<string, T>, map: (value: T, key: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

/** The value under a key that must be there. */
export function get<T>(subject: string, field: string, record: Record<string, T>, key: string): T {
  const value = record[key];
  if (value === undefined) {
    const known = Object.keys(record).join(", ") || "none";
    throw new ConfigError(subject, [`${field} "${key}" does not exist, the keys are: ${known}; pass one of them.`]);
  }
  return value;
}
