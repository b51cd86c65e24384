import rule from "../../../rules/ec2/endpoint-service-asks-before-it-accepts";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an endpoint service that accepts by itself",
    fails: { acceptanceRequired: false },
    messages: ["acceptanceRequired is false; set it to true."],
    passes: { "one that asks": { acceptanceRequired: true } },
    remediated: { acceptanceRequired: true },
  },
]);
