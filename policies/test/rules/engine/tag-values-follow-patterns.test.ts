import * as assert from "node:assert/strict";
import rule from "../../../rules/engine/tag-values-follow-patterns";
import { judge } from "../../support/pack";
import { describeRule } from "../../support/table";

const settings = { tagPatterns: { team: "[a-z]+" } };
const messages = ["The tag team is not of the form [a-z]+; set it to a value that is."];

describeRule(rule, [
  {
    it: "fails a value of another form",
    type: "aws:ec2/instance:Instance",
    settings,
    fails: { tags: { team: "web 1" } },
    messages,
    passes: { "one of the form": { tags: { team: "web" } }, "no tag, which is another rule's": { tags: {} } },
  },
  {
    it: "fails a value that the provider gives",
    type: "aws:ebs/volume:Volume",
    settings,
    more: { providerInputs: { defaultTags: '{"tags":{"team":"Web"}}' } },
    fails: {},
    messages,
    passes: { "a value of its own": { tags: { team: "web" } } },
  },
  {
    it: "fails a value in an Auto Scaling group's list",
    type: "aws:autoscaling/group:Group",
    settings,
    fails: { tags: [{ key: "team", value: "WEB", propagateAtLaunch: true }] },
    messages,
    passes: { "one of the form": { tags: [{ key: "team", value: "web", propagateAtLaunch: true }] } },
  },
]);

describe(rule.name, () => {
  it("says nothing where no form is asked for", async () => {
    const instance = { type: "aws:ec2/instance:Instance", name: "it", inputs: { tags: { team: "?" } } };
    assert.deepEqual(await judge([rule], [instance]), []);
  });
});
