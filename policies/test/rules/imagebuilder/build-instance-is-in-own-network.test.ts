import rule from "../../../rules/imagebuilder/build-instance-is-in-own-network";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an infrastructure without a subnet",
    fails: { securityGroupIds: ["sg-1"] },
    messages: ["subnetId is not set; name a subnet."],
    passes: { "one with it": { subnetId: "subnet-1" } },
  },
  {
    it: "fails one without a security group",
    fails: { subnetId: "subnet-1", securityGroupIds: [] },
    messages: ["securityGroupIds is not set; name a security group."],
    passes: { "one with it": { securityGroupIds: ["sg-1"] } },
  },
]);
