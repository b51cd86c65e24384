import rule from "../../../rules/ec2/egress-rules-have-descriptions";
import { describeRule } from "../../support/table";

const web = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] };
const change = "is not set; say what the rule is for.";

describeRule(rule, [
  {
    it: "fails a rule without a description beside one that has one",
    fails: { egress: [{ ...web, description: "Clients" }, web] },
    messages: [`egress[1].description ${change}`],
    passes: { "rules that have one": { egress: [{ ...web, description: "Clients" }] }, "no rule": { egress: [] } },
  },
  {
    it: "fails a rule of its own",
    type: "aws:ec2/securityGroupRule:SecurityGroupRule",
    fails: { type: "egress" },
    messages: [`description ${change}`],
    passes: {
      "one that has one": { description: "Clients" },
      "the other direction": { type: "ingress" },
    },
  },
  {
    it: "fails a rule of the newer type",
    type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    fails: { description: "" },
    messages: [`description ${change}`],
    passes: { "one that has one": { description: "Clients" } },
  },
]);
