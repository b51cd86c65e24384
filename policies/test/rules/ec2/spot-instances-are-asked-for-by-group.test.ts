import rule from "../../../rules/ec2/spot-instances-are-asked-for-by-group";
import { describeRule } from "../../support/table";

describeRule(
  rule,
  rule.types.map((type) => ({
    it: `fails a ${type.split(":")[2]}`,
    type,
    fails: {},
    messages: ["The resource uses the old API for Spot Instances; use an Auto Scaling group or an EC2 Fleet."],
    passes: {},
  })),
);
