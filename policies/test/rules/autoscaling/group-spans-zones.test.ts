import * as assert from "node:assert/strict";
import rule from "../../../rules/autoscaling/group-spans-zones";
import { judge, UNKNOWN_VALUE, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const change = "name two or more, of different zones.";
const subnet = (name: string, availabilityZone: string): Registration => ({
  type: "aws:ec2/subnet:Subnet",
  name,
  inputs: { availabilityZone },
});

describeRule(rule, [
  {
    it: "fails a group in one subnet",
    fails: { vpcZoneIdentifiers: ["subnet-1"] },
    messages: [`vpcZoneIdentifiers names one; ${change}`],
    passes: {
      "two subnets": { vpcZoneIdentifiers: ["subnet-1", "subnet-2"] },
      "two zones, by name": { availabilityZones: ["eu-central-1a", "eu-central-1b"] },
    },
  },
  {
    it: "fails a group in one subnet, named twice",
    fails: { vpcZoneIdentifiers: ["subnet-1", "subnet-1"] },
    messages: [`vpcZoneIdentifiers names one; ${change}`],
    passes: { "two subnets": { vpcZoneIdentifiers: ["subnet-1", "subnet-2"] } },
  },
  {
    it: "fails a group that names no place",
    fails: {},
    messages: [`vpcZoneIdentifiers names none; ${change}`],
    passes: { "two subnets, be they known or not": { vpcZoneIdentifiers: [UNKNOWN_VALUE, UNKNOWN_VALUE] } },
  },
  {
    it: "fails two subnets of one zone",
    fails: { vpcZoneIdentifiers: [UNKNOWN_VALUE, UNKNOWN_VALUE] },
    others: [subnet("one", "eu-central-1a"), subnet("other", "eu-central-1a")],
    more: { sources: { vpcZoneIdentifiers: ["one", "other"] } },
    messages: [`vpcZoneIdentifiers names subnets of one zone; ${change} (end)`],
    passes: {},
  },
]);

describe(rule.name, () => {
  it("passes a list that is known only at deployment where its subnets stand in two zones", async () => {
    const group: Registration = {
      type: "aws:autoscaling/group:Group",
      name: "it",
      inputs: { vpcZoneIdentifiers: UNKNOWN_VALUE },
      sources: { vpcZoneIdentifiers: ["one", "other"] },
    };
    const zones = [subnet("one", "eu-central-1a"), subnet("other", "eu-central-1b")];
    assert.deepEqual(await judge([rule], [...zones, group]), []);
  });
});
