export * from "./types";
export { Lookups, lookupsFile } from "./lookups";
export { renderEntry } from "./entry";
export { Placeholders } from "./placeholders/placeholders";
export { type MergedLookups, mergeLookups } from "./merge";
