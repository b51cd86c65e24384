import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/instances-have-no-public-address";
import { UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

const subnet = (inputs: Record<string, unknown>) => ({ type: "aws:ec2/subnet:Subnet", name: "subnet", inputs });

describeRule(rule, [
  ...[AwsType.Instance, AwsType.SpotInstanceRequest, AwsType.LaunchConfiguration].map((type) => ({
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
    messages: ["associatePublicIpAddress is not set, and the subnet gives public addresses; set it to false. (end)"],
    passes: { "one that declines": { associatePublicIpAddress: false } },
  },
]);
