export * from "./types";
export { Lookups, lookupsFile } from "./lookups";
export { mergeLookups, renderEntry } from "./entry";
