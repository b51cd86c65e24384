import * as assert from "node:assert/strict";
import rule from "../../../rules/autoscaling/group-tags-its-instances";
import { judge } from "../../support/pack";
import { describeRule } from "../../support/table";

const change = "set a tag with propagateAtLaunch: true, or tagSpecifications for instances in the launch template.";
const tag = { key: "team", value: "web", propagateAtLaunch: false };

describeRule(rule, [
  {
    it: "fails a group whose tags stay with it",
    fails: { tags: [tag] },
    messages: [`tags gives the instances none; ${change}`],
    passes: { "a tag that goes on": { tags: [tag, { ...tag, key: "service", propagateAtLaunch: true }] } },
  },
  {
    it: "fails a group without tags, whose template tags volumes alone",
    fails: {},
    others: [
      {
        type: "aws:ec2/launchTemplate:LaunchTemplate",
        name: "template",
        inputs: { tagSpecifications: [{ resourceType: "volume", tags: { team: "web" } }] },
      },
    ],
    more: { sources: { launchTemplate: ["template"] } },
    messages: [`tags gives the instances none; ${change} (end)`],
    passes: { "a tag that goes on": { tags: { ...tag, propagateAtLaunch: "true" } } },
  },
]);

describe(rule.name, () => {
  it("passes a group whose template tags instances", async () => {
    const template = {
      type: "aws:ec2/launchTemplate:LaunchTemplate",
      name: "template",
      inputs: { tagSpecifications: [{ resourceType: "instance", tags: { team: "web" } }] },
    };
    const group = {
      type: "aws:autoscaling/group:Group",
      name: "it",
      inputs: {},
      sources: { launchTemplate: ["template"] },
    };
    assert.deepEqual(await judge([rule], [template, group], { [rule.name]: { enforcementLevel: "mandatory" } }), []);
  });
});
