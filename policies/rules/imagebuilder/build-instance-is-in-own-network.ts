import { Group } from "../../model/levels";
import { mustRefer } from "../../model/reference";
import { defineRule } from "../../model/rule";
import { BUILD_INSTANCES } from "../../model/types";

export default defineRule({
  name: "build-instance-is-in-own-network",
  requires: "Image Builder's instances run in a subnet and a security group of your choice, not in the default VPC.",
  fix: "Set subnetId and securityGroupIds.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/vpc-interface-endpoints.html",
  types: BUILD_INSTANCES,
  guards: ["subnetId", "securityGroupIds"],
  evidence: [],
  judge: (infrastructure, _config, program) => [
    mustRefer(infrastructure, "subnetId", "name a subnet.", program),
    mustRefer(infrastructure, "securityGroupIds", "name a security group.", program),
  ],
});
