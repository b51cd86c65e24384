import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/instances-have-no-public-address";
import { judge, UNKNOWN_VALUE, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const subnet = (inputs: Record<string, unknown>) => ({ type: "aws:ec2/subnet:Subnet", name: "subnet", inputs });

const group = (...subnets: string[]) => ({
  ...{ type: AwsType.AutoScalingGroup, name: "group", inputs: { vpcZoneIdentifiers: [UNKNOWN_VALUE] } },
  sources: { launchConfiguration: ["it"], vpcZoneIdentifiers: subnets },
});
const LEFT = "associatePublicIpAddress is not set, and the subnet decides then; set it to false. (end)";

describeRule(rule, [
  {
    it: "fails a launch configuration that asks for a public address",
    type: AwsType.LaunchConfiguration,
    fails: { associatePublicIpAddress: true },
    messages: ["associatePublicIpAddress is true; set it to false."],
    passes: { "one that asks for none": { associatePublicIpAddress: false } },
  },
  {
    it: "fails a launch configuration that leaves it to a subnet which gives them",
    type: AwsType.LaunchConfiguration,
    fails: { imageId: "ami-1" },
    others: [subnet({ mapPublicIpOnLaunch: true })],
    later: [group("subnet")],
    messages: [LEFT],
    passes: { "one that declines": { associatePublicIpAddress: false } },
  },
  ...[AwsType.Instance, AwsType.SpotInstanceRequest].map((type) => ({
    it: `fails a ${type.split(":")[2]} that asks for a public address`,
    type,
    fails: { associatePublicIpAddress: true },
    messages: ["associatePublicIpAddress is true; set it to false."],
    passes: {
      "one that asks for none": { associatePublicIpAddress: false },
      "one that leaves it to a subnet from elsewhere, which is judged there": { associatePublicIpAddress: undefined },
    },
  })),
  {
    it: "fails an interface of a launch template, which spells booleans as texts",
    type: AwsType.LaunchTemplate,
    fails: { networkInterfaces: [{ deviceIndex: 0 }, { associatePublicIpAddress: "true" }] },
    messages: ["networkInterfaces[1].associatePublicIpAddress is true; set it to false."],
    passes: {
      "interfaces without one": { networkInterfaces: { associatePublicIpAddress: "false" } },
      "no interfaces": { networkInterfaces: undefined },
    },
  },
  {
    it: "fails a launch specification of a spot fleet",
    type: AwsType.SpotFleetRequest,
    fails: { launchSpecifications: [{ ami: "ami-1" }, { associatePublicIpAddress: true }] },
    messages: ["launchSpecifications[1].associatePublicIpAddress is true; set it to false."],
    passes: { "specifications that ask for none": { launchSpecifications: [{ associatePublicIpAddress: false }] } },
  },
  {
    it: "fails an instance in a subnet of the program that gives public addresses",
    fails: { subnetId: UNKNOWN_VALUE },
    others: [subnet({ mapPublicIpOnLaunch: true })],
    more: { sources: { subnetId: ["subnet"] } },
    messages: ["associatePublicIpAddress is not set, and the subnet decides then; set it to false. (end)"],
    passes: { "one that declines": { associatePublicIpAddress: false } },
  },
]);

describe("instances-have-no-public-address of a launch configuration that leaves it to its groups", () => {
  const verdicts = (...others: Registration[]) =>
    judge([rule], [{ type: AwsType.LaunchConfiguration, name: "it", inputs: { imageId: "ami-1" } }, ...others]);

  it("passes where all their subnets give none, and cannot tell where they are another program's", async () => {
    assert.deepEqual(await verdicts(subnet({}), group("subnet")), []);
    assert.deepEqual(await verdicts(group()), [`advisory it: ${LEFT}`]);
    assert.deepEqual(await verdicts(), [`advisory it: ${LEFT}`]);
  });
});
