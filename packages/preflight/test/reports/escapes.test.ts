import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { type Json, type StackReport } from "../../src/document";
import { renderStack, renderSummary, REPORT_FORMATS, terminalStyle, writeReport } from "../../src/reports";
import { PLAIN } from "../../src/reports/style";
import { within } from "../project/temporary";
import { brokenStack, diagnostic, failedStack, previewOf, violation } from "./documents";

/** What a program, a pack or a file may put into a name or a message to rewrite what stands around it. */
const EVIL = "\u001b[2J\u001b]0;title\u0007\u009b31m\r\u0008\u007f\u202e";

/** What no report may hold, but the ends of its lines. */
// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const ACTED_ON = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Values that are preflight's own words, and never a program's. */
const OWN = new Set(["error", "mandatory", "advisory", "high", "program", "configuration"]);

function poisoned(value: Json): Json {
  if (typeof value === "string") {
    return OWN.has(value) ? value : EVIL + value;
  }
  if (Array.isArray(value)) {
    return value.map(poisoned);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poisoned(inner)]))
    : value;
}

describe("every report", () => {
  const stacks = [
    brokenStack({
      outputs: { [`${EVIL}name`]: { [`${EVIL}key`]: ["text"] } },
      violations: [violation(), violation({ urn: "", level: "advisory" })],
      remediations: [{ pack: "p", packVersion: "1", policy: "q", urn: violation().urn, properties: ["size"] }],
      diagnostics: [diagnostic({ urn: violation().urn }), diagnostic()],
    }),
    failedStack(),
  ].map((stack) => poisoned(stack as unknown as Json) as unknown as StackReport);
  const document = previewOf(...stacks);

  it("on a terminal has nothing in it that the terminal would act on", () => {
    const style = terminalStyle({ columns: 80 }, {});
    for (const text of [...stacks.map((stack) => renderStack(stack, style)), renderSummary(document, PLAIN)]) {
      assert.doesNotMatch(text, ACTED_ON);
    }
  });

  for (const format of REPORT_FORMATS) {
    it(`in ${format} has nothing in it that a terminal would act on`, () =>
      within({}, async (directory) => {
        await writeReport(format, directory.path("report"), document, `${EVIL}Pulumi.yaml`);
        const text = fs.readFileSync(directory.path("report"), "utf8");
        assert.match(text, /title|volume-is-encrypted/);
        assert.doesNotMatch(text, ACTED_ON);
      }));
  }
});
