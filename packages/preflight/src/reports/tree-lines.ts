import { byGravity, gravestSign, remediationLines, violationLines, waivedLines } from "./finding-lines";
import { operation, shortType } from "./resource-names";
import { MIN_WIDTH, type TerminalStyle } from "./style";
import { cleanLine, count, counted, displayWidth, padTo } from "./text";
import { type Collapsed, isCollapsed, type ResourceNode, type TreeEntry } from "./tree";

/** One line of the tree: a resource in columns, or text (a finding, a note on what was left out) beside the guides. */
type Row = ResourceRow | TextRow;

interface ResourceRow {
  node: ResourceNode;
  guides: string;
  type: string;
  name: string;
}

interface TextRow {
  guides: string;
  text: string;
}

/** The widest that a column grows; a longer entry pushes the rest of its own line only. */
const TYPE_COLUMN = 64;
const NAME_COLUMN = 48;

/** The space before the guides: two columns, the sign, two columns. */
const GUTTER = 5;

/** How far a finding stands in from the guides. */
const FINDING_INDENT = "  ";

/** The tree's lines, with the findings under their resources. */
export function treeLines(roots: TreeEntry[], style: TerminalStyle): string[] {
  const rows = roots.flatMap((entry) => entryRows(entry, "", "", style));
  const column = (limit: number, width: (row: ResourceRow) => number): number =>
    rows.reduce((widest, row) => ("node" in row ? Math.max(widest, Math.min(width(row), limit)) : widest), 0);
  const typeColumn = column(TYPE_COLUMN, ({ guides, type }) => displayWidth(guides + type));
  const nameColumn = column(NAME_COLUMN, ({ name }) => displayWidth(name));
  return rows.map((row) => ("node" in row ? resourceLine(row, typeColumn, nameColumn, style) : textLine(row, style)));
}

/** The rows of an entry and of what is under it: `first` are the guides of its own line, `rest` those of the lines below. */
function entryRows(entry: TreeEntry, first: string, rest: string, style: TerminalStyle): Row[] {
  if (isCollapsed(entry)) {
    return [{ guides: first, text: style.colours.dim(leftOut(entry)) }];
  }
  const { resource, children } = entry;
  const below = rest + (children.length > 0 ? "│" : " ") + FINDING_INDENT;
  const findings = findingLines(entry, below, style).map((text) => ({ guides: below, text }));
  const rows: Row[] = [
    { node: entry, guides: first, type: shortType(resource.type), name: cleanLine(resource.name) },
    ...findings,
  ];
  children.forEach((child, index) => {
    const last = index === children.length - 1;
    rows.push(...entryRows(child, `${rest}${last ? "└─ " : "├─ "}`, `${rest}${last ? "   " : "│  "}`, style));
  });
  return rows;
}

function findingLines(node: ResourceNode, guides: string, style: TerminalStyle): string[] {
  const room = Math.max(MIN_WIDTH, style.width - GUTTER - guides.length);
  const narrowed = { ...style, width: room };
  return [
    ...byGravity(node.violations).flatMap((violation) => violationLines(violation, narrowed)),
    ...node.waived.flatMap((violation) => waivedLines(violation, narrowed)),
    ...node.remediations.flatMap((remediation) => remediationLines(remediation, narrowed)),
  ];
}

function leftOut({ type, siblings, descendants }: Collapsed): string {
  const under = descendants === 0 ? "" : `, with ${counted(descendants, "resource")} under them`;
  return `… and ${count(siblings)} more ${shortType(type)}${under}`;
}

function resourceLine(row: ResourceRow, typeColumn: number, nameColumn: number, style: TerminalStyle): string {
  const { colours } = style;
  const { node, guides, type, name } = row;
  const what = operation(node.resource);
  const paint = what === "create" ? colours.green : colours.cyan;
  const sign = gravestSign(node.violations, style) ?? paint(what === "create" ? "+" : ">");
  const gap = " ".repeat(Math.max(0, typeColumn - displayWidth(guides + type)));
  const shownName = padTo(name, nameColumn);
  const emphasised = node.violations.length > 0 ? colours.bold(shownName) : shownName;
  return `  ${sign}  ${colours.dim(guides)}${type}${gap}  ${emphasised}  ${paint(what)}`;
}

function textLine({ guides, text }: TextRow, { colours }: TerminalStyle): string {
  return `${" ".repeat(GUTTER)}${colours.dim(guides)}${text}`;
}
