import * as assert from "node:assert/strict";
import { readMessage, writeMessage } from "../../src/protocol/messages";

describe("a message", () => {
  it("is read as it was written, from one line", () => {
    const message = { computedOutputs: { "aws:sns/topic:Topic": ["arn", "two\nlines"], "aws:s3/bucket:Bucket": [] } };
    const line = writeMessage(message);
    assert.equal(line.indexOf("\n"), line.length - 1);
    assert.deepEqual(readMessage(line), message);
  });

  for (const foreign of [
    "",
    "rubbish",
    "null",
    "12",
    `"computedOutputs"`,
    "[]",
    "{}",
    `{ "computedOutputs": null }`,
    `{ "computedOutputs": 1 }`,
    `{ "computedOutputs": { "a": "arn" } }`,
    `{ "computedOutputs": { "a": [1] } }`,
    `{ "computedOutputs": { "a": ["arn"], "b": null } }`,
  ]) {
    it(`is not ${foreign === "" ? "an empty line" : foreign}, which a program may have written`, () => {
      assert.equal(readMessage(foreign), undefined);
    });
  }
});
