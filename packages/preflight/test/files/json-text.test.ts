import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { JsonSyntaxError, jsonValue, lineAndColumn, parseJsonText } from "../../src/files/json-text";

describe("parseJsonText", () => {
  it("reads what JSON.parse reads, to the same value", () =>
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, "\t"), (text, space) => {
        const laidOut = JSON.stringify(JSON.parse(text), null, space);
        assert.deepEqual(jsonValue(parseJsonText(laidOut)), JSON.parse(laidOut));
      }),
    ));

  it("refuses what JSON.parse refuses", () =>
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom("", ",", "}", "]", '"', "x", "\\", "\n", ":"),
        (text, at, extra) => {
          const broken = text.slice(0, at % text.length) + extra + text.slice((at % text.length) + 1);
          const refusal = (work: () => unknown): Error | undefined => {
            try {
              work();
              return undefined;
            } catch (error) {
              return error as Error;
            }
          };
          const ours = refusal(() => parseJsonText(broken));
          // A key given twice is the one fault that JSON.parse does not know, and it may stand before one that it does.
          if (ours instanceof JsonSyntaxError && ours.message.endsWith("is given twice")) {
            return;
          }
          assert.equal(ours === undefined, refusal(() => JSON.parse(broken)) === undefined, JSON.stringify(broken));
        },
      ),
      { numRuns: 2000 },
    ));

  it("knows where everything stands", () => {
    const text = '{ "a": [1, "x"] }';
    const root = parseJsonText(text);
    assert.ok(root.value instanceof Map);
    const list = root.value.get("a");
    assert.ok(Array.isArray(list?.value));
    assert.deepEqual(
      [list, ...list.value].map(({ start, end }) => text.slice(start, end)),
      ['[1, "x"]', "1", '"x"'],
    );
  });

  for (const [text, message, line, column] of [
    ["", "expected a value, but found the end of the file", 1, 1],
    ['{\n  "a": }', 'expected a value, but found "}"', 2, 8],
    ['{\n  "a": 1\n  "b": 2\n}', 'expected "," or a closing bracket, but found "\\"b\\""', 3, 3],
    ["[1,]", 'expected a value, but found "]"', 1, 4],
    ["{a: 1}", `a is not a JSON value`, 1, 2],
    ["{1: 2}", 'expected a key in double quotes, but found "1"', 1, 2],
    ['{"a" 1}', 'expected ":", but found "1"', 1, 6],
    ["[1] 2", 'expected the end of the file, but found "2"', 1, 5],
    ["[1", 'expected "]", but found the end of the file', 1, 3],
    ['{"a": 1', 'expected "}", but found the end of the file', 1, 8],
    ['["a', '"a lacks its closing double quote', 1, 2],
    ["[\n01]", 'expected "," or a closing bracket, but found "1"', 2, 2],
    ["[None]", `None is not a JSON value`, 1, 2],
    ['["a\tb"]', `"a\tb" is not a JSON value`, 1, 2],
    ["[1.]", `1. is not a JSON value`, 1, 2],
    [`[${"x".repeat(50)}]`, `${"x".repeat(40)}… is not a JSON value`, 1, 2],
    ["[1 /* one */]", "/* one */ is not a JSON value", 1, 4],
    ["[".repeat(1001) + "]".repeat(1001), "objects and lists are more than 1000 deep in each other", 1, 1001],
    ["[".repeat(1e5) + "]".repeat(1e5), "objects and lists are more than 1000 deep in each other", 1, 1],
    ['{"a": 1,\n "a": 2}', 'the key "a" is given twice', 2, 2],
  ] as const) {
    it(`points at the fault in ${JSON.stringify(text).slice(0, 40)}`, () => {
      assert.throws(
        () => parseJsonText(text),
        (error) => {
          assert.ok(error instanceof JsonSyntaxError);
          assert.equal(error.message, message);
          assert.deepEqual(lineAndColumn(text, error.offset), { line, column });
          return true;
        },
      );
    });
  }
});
