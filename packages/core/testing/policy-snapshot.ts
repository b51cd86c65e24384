import * as assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

/** One statement, as it stands in a policy; all of ours allow, and each has a name. */
export interface Statement {
  Sid: string;
  Effect: string;
  Principal?: { AWS?: string | string[]; Service?: string };
  Action: string | string[];
  Resource?: string | string[];
  Condition?: Record<string, Record<string, unknown>>;
}

/** The statements of a policy in JSON. */
export function statementsIn(policy: unknown): Statement[] {
  return (JSON.parse(policy as string) as { Statement: Statement[] }).Statement;
}

/** A statement in lines that a person reads: who may do what on what, and under which conditions. */
export function readable({ Sid, Effect, Principal, Action, Resource, Condition = {} }: Statement): string {
  assert.equal(Effect, "Allow", Sid);
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `${key} ${operator} ${[values].flat().join("\n        or ")}`),
  );
  return [
    `${Sid}:`,
    ...[Principal?.AWS ?? Principal?.Service ?? []].flat().map((who) => `  who   ${who}`),
    ...[Action].flat().map((action) => `  may   ${action}`),
    ...[Resource ?? []].flat().map((resource) => `  on    ${resource}`),
    ...conditions.map((condition) => `  if    ${condition}`),
  ].join("\n");
}

/** Statements as a block of a Markdown file. */
export function readableBlock(statements: Statement[]): string {
  return `\`\`\`text\n${statements.map(readable).join("\n\n")}\n\`\`\``;
}

/** Fails unless a file holds these paragraphs, which `npm run policies` of the package writes. */
export function assertWritten(file: string, paragraphs: string[]): void {
  const text = `${paragraphs.join("\n\n")}\n`;
  if (process.env["UPDATE_POLICIES"] !== undefined) {
    writeFileSync(file, text);
  }
  assert.equal(readFileSync(file, "utf8"), text);
}
