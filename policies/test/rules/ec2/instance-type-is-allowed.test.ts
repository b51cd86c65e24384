import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/instance-type-is-allowed";
import { judge } from "../../support/pack";
import { describeRule } from "../../support/table";

const settings = { allowedInstanceTypes: ["t3.*", "m7g.large"] };
const CHANGE = "take one of the rule's allowedInstanceTypes.";

describeRule(rule, [
  ...[AwsType.Instance, AwsType.LaunchTemplate, AwsType.LaunchConfiguration].map((type) => ({
    it: `fails a ${type.split(":")[2]} of another type`,
    type,
    fails: { instanceType: "m7g.xlarge" },
    messages: [`instanceType is m7g.xlarge; ${CHANGE}`],
    settings,
    passes: {
      "an allowed type": { instanceType: "m7g.large" },
      "a type of an allowed family": { instanceType: "t3.micro" },
      "one that leaves it to another": { instanceType: undefined },
    },
  })),
  {
    it: "fails what is no type, without repeating it",
    fails: { instanceType: "hunter2" },
    messages: [`instanceType is another value; ${CHANGE}`],
    settings,
    passes: { "an allowed type": { instanceType: "t3.micro" } },
  },
  {
    it: "fails an override of an Auto Scaling group",
    type: AwsType.AutoScalingGroup,
    fails: {
      mixedInstancesPolicy: {
        launchTemplate: { overrides: [{ instanceType: "t3.a" }, { instanceType: "x1.32xlarge" }] },
      },
    },
    messages: [`mixedInstancesPolicy.launchTemplate.overrides[1].instanceType is x1.32xlarge; ${CHANGE}`],
    settings,
    passes: {
      "allowed types": { mixedInstancesPolicy: { launchTemplate: { overrides: [{ instanceType: "t3.micro" }] } } },
    },
  },
  {
    it: "fails an override of a fleet",
    type: "aws:ec2/fleet:Fleet",
    fails: { launchTemplateConfigs: [{ overrides: { instanceType: "m7g.xlarge" } }] },
    messages: [`launchTemplateConfigs[0].overrides[0].instanceType is m7g.xlarge; ${CHANGE}`],
    settings,
    passes: { "allowed types": { launchTemplateConfigs: [{ overrides: [{ instanceType: "t3.micro" }] }] } },
  },
  {
    it: "fails nodes of EKS",
    type: AwsType.NodeGroup,
    fails: { instanceTypes: ["t3.micro", "m7g.xlarge"] },
    messages: [`instanceTypes[1] is m7g.xlarge; ${CHANGE}`],
    settings,
    passes: { "allowed types": { instanceTypes: ["t3.micro"] } },
  },
]);

describe("instance-type-is-allowed without a list", () => {
  it("says nothing", async () => {
    const instance = { type: AwsType.Instance, name: "it", inputs: { instanceType: "x1.32xlarge" } };
    assert.deepEqual(await judge([rule], [instance]), []);
  });
});
