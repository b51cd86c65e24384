import * as assert from "node:assert/strict";
import rule from "../../../rules/engine/lasting-resources-are-protected";
import { judge, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const messages = ["The resource's option protect is not true; set it, so that no deployment deletes it."];

describeRule(rule, [
  { it: "fails a key that can be deleted", type: "aws:kms/key:Key", fails: {}, messages, passes: {} },
  {
    it: "fails another type that is asked for",
    type: "aws:sns/topic:Topic",
    settings: { protectedTypes: ["aws:sns/topic:Topic"] },
    fails: {},
    messages,
    passes: {},
  },
]);

describe(rule.name, () => {
  it("passes what is protected, and what need not be", async () => {
    const volume: Registration = { type: "aws:ebs/volume:Volume", name: "it", inputs: {}, options: { protect: true } };
    const settings = { [rule.name]: { enforcementLevel: "mandatory" } };
    assert.deepEqual(await judge([rule], [volume], settings), []);
    assert.deepEqual(await judge([rule], [{ ...volume, type: "aws:sns/topic:Topic", options: {} }], settings), []);
  });
});
