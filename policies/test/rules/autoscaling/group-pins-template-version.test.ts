import * as assert from "node:assert/strict";
import rule from "../../../rules/autoscaling/group-pins-template-version";
import { judge, UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

const change = "set it to the template's latestVersion, by which a preview shows that the template changes.";

describeRule(rule, [
  {
    it: "fails a group that follows whatever is latest",
    fails: { launchTemplate: { id: "lt-1", version: "$Latest" } },
    messages: [`launchTemplate.version is $Latest; ${change}`],
    passes: {
      "a version": { launchTemplate: { id: "lt-1", version: "7" } },
      "no template": { launchTemplate: undefined },
    },
  },
  {
    it: "fails a mix that names no version, and an override that names the default one",
    fails: {
      mixedInstancesPolicy: {
        launchTemplate: {
          launchTemplateSpecification: { launchTemplateId: "lt-1" },
          overrides: [{ launchTemplateSpecification: { launchTemplateId: "lt-2", version: "$Default" } }, {}],
        },
      },
    },
    messages: [
      `mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.version is not set, and AWS takes $Default then; ${change}`,
      `mixedInstancesPolicy.launchTemplate.overrides[0].launchTemplateSpecification.version is $Default; ${change}`,
    ],
    passes: {
      versions: {
        mixedInstancesPolicy: {
          launchTemplate: {
            launchTemplateSpecification: { launchTemplateId: "lt-1", version: "3" },
            overrides: [{ launchTemplateSpecification: { launchTemplateId: "lt-2", version: "4" } }, {}],
          },
        },
      },
    },
  },
]);

describe(rule.name, () => {
  it("passes a version that is known only at deployment where a template of the program gives it", async () => {
    const group = {
      type: "aws:autoscaling/group:Group",
      name: "it",
      inputs: { launchTemplate: { id: UNKNOWN_VALUE, version: UNKNOWN_VALUE } },
    };
    const template = { type: "aws:ec2/launchTemplate:LaunchTemplate", name: "template", inputs: {} };
    const given = { ...group, sources: { launchTemplate: ["template"] } };
    assert.deepEqual(await judge([rule], [template, given]), []);
    assert.match((await judge([rule], [group])).join(), /^advisory it: launchTemplate.version is known only/);
  });
});
