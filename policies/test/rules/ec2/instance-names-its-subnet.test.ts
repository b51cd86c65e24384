import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/instance-names-its-subnet";
import { describeRule } from "../../support/table";

const CHANGE = "name a subnet of the program's own network.";
const template = (inputs: Record<string, unknown>) => ({ type: AwsType.LaunchTemplate, name: "template", inputs });

describeRule(rule, [
  {
    it: "fails an instance without one",
    fails: {},
    messages: [`subnetId is not set; ${CHANGE}`],
    passes: {
      "one with a subnet": { subnetId: "subnet-1" },
      "one with an interface, which is in a subnet": { networkInterfaces: [{ networkInterfaceId: "eni-1" }] },
      "one with a first interface": { primaryNetworkInterface: { networkInterfaceId: "eni-1" } },
    },
  },
  {
    it: "fails a launch specification of a spot fleet without one",
    type: AwsType.SpotFleetRequest,
    fails: { launchSpecifications: [{}] },
    messages: [`launchSpecifications[0].subnetId is not set; ${CHANGE}`],
    passes: { "one with a subnet": { launchSpecifications: [{ subnetId: "subnet-1" }] } },
  },
  {
    it: "fails an instance whose launch template has no interface either",
    fails: { launchTemplate: { name: "bare" } },
    messages: [`subnetId is not set; ${CHANGE}`],
    others: [
      template({ name: "bare" }),
      { ...template({ name: "wired", networkInterfaces: [{ subnetId: "subnet-1" }] }), name: "wired" },
    ],
    passes: { "one whose launch template has": { launchTemplate: { name: "wired" } } },
  },
]);
