import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/instances-are-ebs-optimized";
import { FOLLOWS, TEMPLATE } from "../../support/launch";
import { describeRule } from "../../support/table";

const messages = ["ebsOptimized is not set, and AWS takes false then; set it to true."];
const types = {
  "a type that is optimised by itself": { instanceType: "t3.micro" },
  "no type": { instanceType: undefined },
};

describeRule(rule, [
  ...[AwsType.Instance, AwsType.SpotInstanceRequest].map((type) => ({
    it: `leaves it to the launch template of a ${type.split(":")[2]}`,
    type,
    fails: { instanceType: "c3.xlarge" },
    messages,
    others: [TEMPLATE],
    passes: FOLLOWS,
  })),
  ...[AwsType.Instance, AwsType.SpotInstanceRequest, AwsType.LaunchConfiguration].map((type) => ({
    it: `fails a ${type.split(":")[2]} of a type that is not optimised by itself`,
    type,
    fails: { instanceType: "c3.xlarge" },
    messages,
    passes: { "one that asks for it": { ebsOptimized: true }, ...types },
  })),
  {
    it: "fails a launch template, which spells booleans as texts",
    type: AwsType.LaunchTemplate,
    fails: { instanceType: "r3.xlarge", ebsOptimized: "false" },
    messages: ["ebsOptimized is false; set it to true."],
    passes: { "one that asks for it": { ebsOptimized: "true" }, ...types },
  },
]);
