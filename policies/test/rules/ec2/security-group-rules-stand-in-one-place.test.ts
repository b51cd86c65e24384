import * as assert from "node:assert/strict";
import rule from "../../../rules/ec2/security-group-rules-stand-in-one-place";
import { judge, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const messages = [
  "The group's rules stand in several places, and each update of one removes those of another; keep them in one. (end)",
];
const sources = { securityGroupId: ["it"] };
const old: Registration = { type: "aws:ec2/securityGroupRule:SecurityGroupRule", name: "old", inputs: {}, sources };
const type = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const current: Registration = { type, name: "current", inputs: {}, sources };

describeRule(rule, [
  {
    it: "fails a group that states rules, and has one of its own",
    fails: { ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }] },
    later: [current],
    messages,
    passes: { "one that states none": { ingress: undefined } },
    failsUnknown: true,
  },
  {
    it: "fails a group that states that it has none, and has one of its own of the older kind",
    fails: { egress: [] },
    later: [old],
    messages,
    passes: { "one that states nothing": { egress: undefined } },
    failsUnknown: true,
  },
  { it: "fails rules of both kinds", fails: {}, later: [old, current], messages, passes: {} },
]);

describe(rule.name, () => {
  it("passes a group that has rules in one place", async () => {
    const group = { type: "aws:ec2/securityGroup:SecurityGroup", name: "it", inputs: { ingress: [] } };
    const other = { ...group, name: "other" };
    assert.deepEqual(await judge([rule], [group, other, { ...old, sources: { securityGroupId: ["none"] } }]), []);
    assert.deepEqual(await judge([rule], [{ ...group, inputs: {} }, old]), []);
  });
});
