import { reveal } from "../wire/values";
import { type Json } from "../document";
import { type CallSite, type EntryScope, type InvokeEntry, type JsonObject, type ReadEntry } from "./types";

/** How closely an entry fits a data-source call; `undefined` where it is for another. */
export function fitInvoke(entry: InvokeEntry, token: string, args: JsonObject, site: CallSite): number | undefined {
  return entry.token === token ? sum([specificity(entry.args, args), fitSite(entry, site)]) : undefined;
}

/** How closely an entry fits the reading of a resource; `undefined` where it is for another. */
export function fitRead(entry: ReadEntry, type: string, id: string, site: CallSite): number | undefined {
  return entry.type === type && entry.id === id ? fitSite(entry, site) : undefined;
}

/** The number of places that an entry names, or `undefined` where the call goes to another. */
function fitSite({ regions, providers }: EntryScope, { region, provider }: CallSite): number | undefined {
  const fits = [regions?.includes(region ?? ""), providers?.includes(provider)];
  return fits.includes(false) ? undefined : fits.filter((named) => named === true).length;
}

/**
 * How closely an entry's arguments fit a call's: the number of keys and list items that the entry names, or `undefined`
 * where one of them is another value than the call's.
 *
 * A key that the entry leaves out, at any depth, fits anything; a list fits item by item. Secrets fit by their value.
 */
export function specificity(entry: JsonObject, call: JsonObject): number | undefined {
  return fit(reveal(entry), reveal(call));
}

function fit(entry: Json, call: Json | undefined): number | undefined {
  if (Array.isArray(entry)) {
    return Array.isArray(call) && call.length === entry.length
      ? sum(entry.map((item, index) => fit(item, call[index])))
      : undefined;
  }
  if (typeof entry === "object" && entry !== null) {
    return typeof call === "object" && call !== null && !Array.isArray(call)
      ? sum(Object.entries(entry).map(([key, value]) => fit(value, call[key])))
      : undefined;
  }
  return entry === (call ?? null) ? 0 : undefined;
}

/** The sum over parts, each of which counts one beside what is in it. */
function sum(parts: (number | undefined)[]): number | undefined {
  return parts.reduce(
    (total, part) => (total === undefined || part === undefined ? undefined : total + 1 + part),
    0 as number | undefined,
  );
}
