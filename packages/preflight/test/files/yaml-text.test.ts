import * as assert from "node:assert/strict";
import { parseYamlText, YamlFault } from "../../src/files/yaml-text";

/** Lines of nine aliases of the line before: the last stands for nine to the power of their number. */
function bomb(lines: number): string {
  const anchors = Array.from({ length: lines }, (_, index) => `a${index}`);
  return anchors
    .map(
      (name, index) =>
        `${name}: &${name} [${Array(9)
          .fill(index === 0 ? "x" : `*a${index - 1}`)
          .join(",")}]\n`,
    )
    .join("");
}

describe("parseYamlText", () => {
  it("reads an alias as what the last anchor before it names", () => {
    const { value } = parseYamlText("a: &x 1\nb: *x\nc: &x 2\nd: *x\ne: [&x 3, *x]\n");
    assert.deepEqual(
      value,
      new Map<string, unknown>([
        ["a", 1n],
        ["b", 1n],
        ["c", 2n],
        ["d", 2n],
        ["e", [3n, 3n]],
      ]),
    );
  });

  it("reads many aliases of little", () => {
    const { value } = parseYamlText(`a: &x 1\nb: [${Array(20_000).fill("*x").join(",")}]\n`);
    assert.equal(((value as Map<string, unknown[]>).get("b") ?? []).length, 20_000);
  });

  it("finds a value within what an alias stands for", () => {
    assert.deepEqual(parseYamlText("a: &x\n  b: 1\nc: *x\n").locate(["c", "b"]), { line: 2, column: 3 });
  });

  for (const [why, text, message, line] of [
    ["aliases that stand for very many values", bomb(12), "its aliases stand for too many values", undefined],
    ["an anchor that contains itself", "a: &x [*x]\n", "what the anchor &x names contains itself", 1],
    [
      "an anchor that contains itself through another",
      "a: &x\n  b: &y { c: *x }\n",
      "what the anchor &x names contains itself",
      2,
    ],
    ["an alias before its anchor", "a: *x\nb: &x 1\n", "the alias *x has no anchor", 1],
    ["lists that are too deep", `a: ${"[".repeat(3000)}`, "objects and lists are too deep in each other", 1],
    ["blocks that are too deep", `${"- ".repeat(1100)}a\n`, "objects and lists are too deep in each other", 1],
  ] as const) {
    it(`refuses ${why}`, () =>
      assert.throws(
        () => parseYamlText(text),
        (error) => {
          assert.ok(error instanceof YamlFault, String(error));
          assert.equal(error.message, message);
          assert.equal(error.line, line ?? error.line);
          return true;
        },
      ));
  }
});
