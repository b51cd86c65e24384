import * as assert from "node:assert/strict";
import rule from "../../../rules/ec2/default-security-group-is-closed";
import { judge, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const type = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const self = { protocol: "-1", fromPort: 0, toPort: 0, self: true };
const leave = "leave it empty, and give what needs rules a group of its own.";
const own: Registration = {
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  name: "own",
  inputs: {},
  sources: { securityGroupId: ["it"] },
};
const group = (inputs: Record<string, unknown>): Registration => ({
  type,
  name: "group",
  inputs,
  sources: { vpcId: ["it"] },
});
const missing =
  "AWS's default group lets its members talk to each other, and all out; add a DefaultSecurityGroup without rules. (end)";

describeRule(rule, [
  {
    it: "fails a default group whose members may talk to each other",
    fails: { ingress: self },
    messages: [`ingress has rules; ${leave}`],
    passes: { "no rules": { ingress: [] }, "none stated, which takes AWS's own away": { ingress: undefined } },
  },
  {
    it: "fails one that lets out",
    fails: { egress: [{ ...self, cidrBlocks: ["0.0.0.0/0"] }] },
    messages: [`egress has rules; ${leave}`],
    passes: { "no rules": { egress: [] } },
  },
  {
    it: "fails one with a rule of its own",
    fails: {},
    later: [own],
    messages: [`Rules of their own belong to the group; ${leave} (end)`],
    passes: {},
  },
  {
    it: "fails a VPC whose default group is left as AWS makes it",
    type: "aws:ec2/vpc:Vpc",
    fails: {},
    messages: [missing],
    passes: {},
    passesWith: { "one whose default group is emptied": [group({})] },
  },
]);

describe(rule.name, () => {
  it("fails a VPC whose default group has rules, and that group", async () => {
    const vpc = { type: "aws:ec2/defaultVpc:DefaultVpc", name: "it", inputs: {} };
    assert.deepEqual(await judge([rule], [vpc, group({ egress: [self] })]), [
      `mandatory group: egress has rules; ${leave}`,
      `mandatory it: ${missing}`,
    ]);
  });
});
