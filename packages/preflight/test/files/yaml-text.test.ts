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

/** Objects in each other, each a column further in. */
function deepBlock(depth: number): string {
  return Array.from({ length: depth }, (_, index) => `${" ".repeat(index)}a:\n`).join("");
}

/** Lists of an alias of the list before. */
function chain(length: number): string {
  const anchor = (index: number): string => `a${index}: &a${index} [${index === 0 ? "x" : `*a${index - 1}`}]\n`;
  return Array.from({ length }, (_, index) => anchor(index)).join("");
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

  it("reads what is as deep as may be", () => {
    for (const text of [`${"[".repeat(400)}${"]".repeat(400)}`, `${"- ".repeat(399)}a\n`, deepBlock(399), chain(150)]) {
      assert.doesNotThrow(() => parseYamlText(text));
    }
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
    ["lists that are too deep", `a:\n ${"[".repeat(401)}`, "objects and lists are too deep in each other", 2],
    ["blocks that are too deep", `a:\n${" ".repeat(400)}b: c\n`, "objects and lists are too deep in each other", 2],
    [
      "lists that are too deep on one line",
      `${"- ".repeat(400)}a\n`,
      "objects and lists are too deep in each other",
      1,
    ],
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
