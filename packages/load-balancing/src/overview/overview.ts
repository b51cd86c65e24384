import { overviewGraph } from "./overview-graph";
import { type Box, type BoxKind, type OverviewResource } from "./overview-model";

/** How each kind of box is drawn: what opens and closes its text. */
const SHAPES: Record<BoxKind, [string, string]> = {
  listener: ["([", "])"],
  rule: ["{{", "}}"],
  targetGroup: ["[", "]"],
  target: ["[/", "/]"],
};

/**
 * The logical overview of a program's load balancers, as a Mermaid flowchart: listeners, rules in the order in which they
 * are tried, target groups with their shares, and targets.
 *
 * @param resources What a preview registered; all else than load balancing is passed over.
 */
export function overviewMermaid(resources: OverviewResource[]): string {
  const { frames, arrows } = overviewGraph(resources);
  const lines = ["flowchart LR"];
  for (const frame of frames) {
    lines.push(`  subgraph ${frame.id}[${quote([frame.title])}]`);
    lines.push(...frame.boxes.map((box) => `    ${drawBox(box)}`));
    lines.push("  end");
  }
  for (const { from, to, label, between } of arrows) {
    const line = between === true ? "==>" : "-->";
    lines.push(`  ${from} ${line}${label === undefined ? "" : `|${quote([label])}|`} ${to}`);
  }
  return `${lines.join("\n")}\n`;
}

function drawBox(box: Box): string {
  const [open, close] = SHAPES[box.kind];
  return `${box.id}${open}${quote(box.lines)}${close}`;
}

/** Text that Mermaid takes literally. */
function quote(lines: string[]): string {
  const escaped = lines.map((line) => line.replace(/[#"&<>]/g, (character) => `#${character.charCodeAt(0)};`));
  return `"${escaped.join("<br/>")}"`;
}
