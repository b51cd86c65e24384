import * as assert from "node:assert/strict";
import rule from "../../../rules/ec2/instance-is-out-of-the-worlds-reach";
import { judge, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const messages = [
  "The instance has a public address, and a security group opens a port of high risk to the world; " +
    "take the address away, or name the networks that may connect. (end)",
];
const ssh = { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] };
const group = (inputs: Record<string, unknown>): Registration => ({
  type: "aws:ec2/securityGroup:SecurityGroup",
  name: "group",
  inputs,
});
const subnet = (mapPublicIpOnLaunch: boolean): Registration => ({
  type: "aws:ec2/subnet:Subnet",
  name: "subnet",
  inputs: { mapPublicIpOnLaunch },
});
const own: Registration = {
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  name: "rule",
  inputs: { ipProtocol: "tcp", fromPort: 3306, toPort: 3306, cidrIpv4: "0.0.0.0/0" },
  sources: { securityGroupId: ["group"] },
};
const sources = { vpcSecurityGroupIds: ["group"] };

describeRule(rule, [
  {
    it: "fails an instance with a public address in a group that opens SSH to the world",
    others: [group({ ingress: [ssh] })],
    more: { sources },
    fails: { associatePublicIpAddress: true },
    messages,
    passes: {
      "no public address": { associatePublicIpAddress: false },
      "nothing said, where nothing gives it one": { associatePublicIpAddress: undefined },
    },
  },
  {
    it: "fails one whose subnet gives it an address, and whose group has an open rule beside it",
    others: [group({}), own, subnet(true)],
    more: { sources: { ...sources, subnetId: ["subnet"] } },
    fails: {},
    messages,
    passes: { "no public address": { associatePublicIpAddress: false } },
  },
  {
    it: "fails one with an Elastic IP address",
    others: [group({ ingress: [ssh] })],
    later: [{ type: "aws:ec2/eip:Eip", name: "address", inputs: {}, sources: { instance: ["it"] } }],
    more: { sources },
    fails: {},
    messages,
    passes: {},
  },
]);

describe(rule.name, () => {
  it("passes an instance in closed groups, in a private subnet, or in groups of others", async () => {
    const instance = { type: "aws:ec2/instance:Instance", name: "it", inputs: { associatePublicIpAddress: true } };
    const closed = group({ ingress: [{ ...ssh, cidrBlocks: ["10.0.0.0/8"] }] });
    assert.deepEqual(await judge([rule], [closed, { ...instance, sources }]), []);
    const open = group({ ingress: [ssh] });
    const inside = { ...instance, inputs: {}, sources: { ...sources, subnetId: ["subnet"] } };
    assert.deepEqual(await judge([rule], [open, subnet(false), inside]), []);
    assert.deepEqual(await judge([rule], [open, instance]), []);
  });
});
