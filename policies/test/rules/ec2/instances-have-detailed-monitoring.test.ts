import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/instances-have-detailed-monitoring";
import { FOLLOWS, TEMPLATE } from "../../support/launch";
import { describeRule } from "../../support/table";

describeRule(rule, [
  ...[AwsType.Instance, AwsType.SpotInstanceRequest].map((type) => ({
    it: `fails a ${type.split(":")[2]} that says nothing, because AWS measures every five minutes`,
    type,
    fails: {},
    messages: ["monitoring is not set, and AWS takes false then; set it to true."],
    others: [TEMPLATE],
    passes: { "one that asks for it": { monitoring: true }, ...FOLLOWS },
  })),
  {
    it: "fails a launch template that says nothing",
    type: AwsType.LaunchTemplate,
    fails: {},
    messages: ["monitoring.enabled is not set, and AWS takes false then; set it to true."],
    passes: { "one that asks for it": { monitoring: { enabled: true } } },
  },
  {
    it: "fails a launch configuration that turns it off",
    type: AwsType.LaunchConfiguration,
    fails: { enableMonitoring: false },
    messages: ["enableMonitoring is false; set it to true."],
    passes: {
      "one that asks for it": { enableMonitoring: true },
      "one that says nothing, because the provider asks for it": { enableMonitoring: undefined },
    },
  },
  {
    it: "fails a launch specification of a spot fleet",
    type: AwsType.SpotFleetRequest,
    fails: { launchSpecifications: [{}] },
    messages: ["launchSpecifications[0].monitoring is not set, and AWS takes false then; set it to true."],
    passes: { "one that asks for it": { launchSpecifications: [{ monitoring: true }] } },
  },
]);
