import * as assert from "node:assert/strict";
import { toJson } from "../../src/reports";
import { brokenStack, previewOf, stack, violation } from "./documents";

describe("toJson", () => {
  it("is the document itself, on indented lines that end in a line feed", () => {
    const document = previewOf(brokenStack(), stack());
    const text = toJson(document);
    assert.deepEqual(JSON.parse(text), document);
    assert.match(text, /^\{\n {2}"version": 1,\n {2}"stacks": \[\n[^]*\n\}\n$/);
  });

  it("escapes what a terminal would act on, and loses none of it", () => {
    const evil = "\u001b[2J\u009b31m\u007f\u202e\u2028é日";
    const document = previewOf(brokenStack({ violations: [violation({ message: evil })] }));
    const text = toJson(document);
    assert.ok(text.includes(String.raw`"message": "\u001b[2J\u009b31m\u007f\u202e\u2028é日"`));
    assert.deepEqual(JSON.parse(text), document);
  });
});
