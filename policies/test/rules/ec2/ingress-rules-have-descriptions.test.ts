import rule from "../../../rules/ec2/ingress-rules-have-descriptions";
import { describeRule } from "../../support/table";

const web = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] };
const change = "is not set; say what the rule is for.";

describeRule(rule, [
  {
    it: "fails a rule without a description beside one that has one",
    fails: { ingress: [{ ...web, description: "Clients" }, web] },
    messages: [`ingress[1].description ${change}`],
    passes: { "rules that have one": { ingress: [{ ...web, description: "Clients" }] }, "no rule": { ingress: [] } },
  },
  {
    it: "fails a rule of its own",
    type: "aws:ec2/securityGroupRule:SecurityGroupRule",
    fails: { type: "ingress" },
    messages: [`description ${change}`],
    passes: {
      "one that has one": { description: "Clients" },
      "the other direction": { type: "egress" },
    },
  },
  {
    it: "fails a rule of the newer type",
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    fails: { description: "" },
    messages: [`description ${change}`],
    passes: { "one that has one": { description: "Clients" } },
  },
]);
