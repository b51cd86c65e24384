import { type JsonNode } from "../files/json-text";
import { parseJsonFile } from "../files/json-file";
import { parseLookups, SECTIONS } from "./content";
import { publicPart, regionOf, renderEntry } from "./entry";
import { fitInvoke, fitRead } from "./match";
import { type LookupRequest, type LookupsContent } from "./types";

/** What a merge of look-ups came to. */
export interface MergedLookups {
  /** The file's new text. */
  text: string;
  /** How many entries were added. */
  added: number;
}

/** The section of a look-ups file that holds the answers to a kind of request. */
const SECTION_OF = { invoke: "invokes", stackReference: "stackReferences", read: "reads" } as const;

/** What a file without a name is called in messages. */
const UNNAMED = "the look-ups file";

/**
 * Adds an entry to fill in to a look-ups file for each request that none of its entries is for.
 *
 * What the file holds stays as it is written, in its order and layout.
 *
 * @param text The file's text; absent where there is no file yet.
 * @param file The file's path, for messages.
 * @throws {@link PreflightError} where the text is not that of a look-ups file.
 */
export function mergeLookups(text: string | undefined, requests: LookupRequest[], file = UNNAMED): MergedLookups {
  const old = text === undefined || text.trim() === "" ? "{}\n" : text;
  const content = parseLookups(file, old);
  const added: LookupRequest[] = [];
  for (const request of requests) {
    if (!hasEntry(content, request)) {
      added.push(request);
      remember(content, request);
    }
  }
  const layout = layoutOf(old);
  const merged = SECTIONS.reduce((current, section) => {
    const wanted = added.filter((request) => SECTION_OF[request.kind] === section);
    return wanted.length === 0 ? current : addTo(section, current, parseJsonFile(file, current).root, wanted, layout);
  }, old);
  return { text: merged, added: added.length };
}

function hasEntry(content: LookupsContent, request: LookupRequest): boolean {
  switch (request.kind) {
    case "invoke":
      return content.invokes.some((entry) => fitInvoke(entry, request.token, request.args, request.site) !== undefined);
    case "stackReference":
      return content.stackReferences.has(request.name);
    case "read":
      return content.reads.some((entry) => fitRead(entry, request.type, request.id, request.site) !== undefined);
  }
}

function remember(content: LookupsContent, request: LookupRequest): void {
  const region = regionOf(request);
  const scope = region === undefined ? {} : { regions: [region] };
  switch (request.kind) {
    case "invoke":
      content.invokes.push({ token: request.token, args: publicPart(request.args), result: null, ...scope });
      break;
    case "stackReference":
      content.stackReferences.set(request.name, null);
      break;
    case "read":
      content.reads.push({ type: request.type, id: request.id, state: null, ...scope });
      break;
  }
}

/** How a file is laid out: one level's indentation and the end of a line. */
interface Layout {
  unit: string;
  eol: string;
}

function layoutOf(text: string): Layout {
  return { unit: /^([ \t]+)\S/m.exec(text)?.[1] ?? "  ", eol: text.includes("\r\n") ? "\r\n" : "\n" };
}

function addTo(
  section: (typeof SECTIONS)[number],
  text: string,
  root: JsonNode,
  requests: LookupRequest[],
  { unit, eol }: Layout,
): string {
  const lines = (value: string): string => value.replaceAll("\n", eol);
  const entries = requests.map((request) => lines(renderEntry(request, unit + unit, unit)));
  const container = (root.value as Map<string, JsonNode>).get(section);
  if (container !== undefined) {
    return append(text, container, entries, unit + unit, unit, eol);
  }
  const [open, close] = section === "stackReferences" ? ["{", "}"] : ["[", "]"];
  const items = entries.map((entry) => `${unit}${unit}${entry}`).join(`,${eol}`);
  const member = `"${section}": ${open}${eol}${items}${eol}${unit}${close}`;
  return append(text, root, [member], unit, "", eol);
}

/** Adds items at the end of a list or an object, each on a line of its own. */
function append(
  text: string,
  container: JsonNode,
  items: string[],
  indent: string,
  outer: string,
  eol: string,
): string {
  const children = container.value instanceof Map ? [...container.value.values()] : (container.value as JsonNode[]);
  const last = children.at(-1);
  const added = items.map((item) => `${eol}${indent}${item}`).join(",");
  if (last === undefined) {
    return `${text.slice(0, container.start + 1)}${added}${eol}${outer}${text.slice(container.end - 1)}`;
  }
  const rest = text.slice(last.end);
  const closing = text.slice(last.end, container.end - 1).includes("\n") ? "" : `${eol}${outer}`;
  return `${text.slice(0, last.end)},${added}${closing}${rest}`;
}
