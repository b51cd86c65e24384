import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/instance-type-is-not-paravirtual";
import { describeRule } from "../../support/table";

describeRule(
  rule,
  [AwsType.Instance, AwsType.LaunchTemplate].map((type) => ({
    it: `fails a ${type.split(":")[2]} of an old family`,
    type,
    fails: { instanceType: "m3.large" },
    messages: ["instanceType is m3.large; take a type of a current generation."],
    passes: { "a current family": { instanceType: "m5.large" }, "a younger one": { instanceType: "m4.large" } },
  })),
);
