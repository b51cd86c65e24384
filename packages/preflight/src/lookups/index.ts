export * from "./types";
export { Lookups, lookupsFile } from "./lookups";
export { renderEntry } from "./entry";
export { type MergedLookups, mergeLookups } from "./merge";
