import rule from "../../../rules/ecs/service-gives-no-public-addresses";
import { describeRule } from "../../support/table";

describeRule(
  rule,
  rule.types.map((type) => ({
    it: `fails a ${type.split(":")[2]} that gives them`,
    type,
    fails: { networkConfiguration: { assignPublicIp: true } },
    messages: ["networkConfiguration.assignPublicIp is true; set it to false."],
    passes: {
      "one that does not": { networkConfiguration: { assignPublicIp: false } },
      "one that says nothing, because the provider asks for none": { networkConfiguration: { subnets: ["subnet-1"] } },
    },
  })),
);
