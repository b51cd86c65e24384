import * as assert from "node:assert/strict";
import keyRotates from "../../../rules/kms/key-rotates";
import rule from "../../../rules/engine/ignored-changes-hide-nothing";
import { judge, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

describeRule(rule, []);

describe(rule.name, () => {
  const key = (...ignoreChanges: string[]): Registration => ({
    type: "aws:kms/key:Key",
    name: "key",
    inputs: { enableKeyRotation: true },
    options: { ignoreChanges },
  });
  const verdicts = (resource: Registration, level = "mandatory") =>
    judge([keyRotates, rule], [resource], { [keyRotates.name]: { enforcementLevel: level } });
  const hidden = (path: string) => [
    `mandatory key: ignoreChanges has ${path}, and key-rotates rests on enableKeyRotation, which nothing puts right any more; take it out.`,
  ];

  for (const path of [
    "enableKeyRotation",
    "*",
    '["enableKeyRotation"]',
    "enableKeyRotation.x",
    "enableKeyRotation[0]",
  ]) {
    it(`fails a resource that ignores ${path}`, async () => {
      assert.deepEqual(await verdicts(key(path)), hidden(path));
    });
  }

  it("passes one that ignores what no rule rests on", async () => {
    assert.deepEqual(await verdicts(key("description", "enableKeyRotationPeriod", 'tags["Owner"]')), []);
    assert.deepEqual(await verdicts(key()), []);
  });

  it("passes one that ignores what rests on a rule that is not mandatory", async () => {
    assert.deepEqual(await verdicts(key("enableKeyRotation"), "advisory"), []);
    assert.deepEqual(await verdicts(key("enableKeyRotation"), "disabled"), []);
  });

  it("passes a type that no rule judges", async () => {
    assert.deepEqual(await verdicts({ ...key("*"), type: "aws:sns/topic:Topic" }), []);
  });
});
