import rule from "../../../rules/ec2/security-group-has-few-rules";
import { describeRule } from "../../support/table";

const web = (port: number) => ({ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["10.0.0.0/8"] });
const own = {
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  name: "own",
  inputs: {},
  sources: { securityGroupId: ["it"] },
};

describeRule(rule, [
  {
    it: "fails a group that states more rules than are allowed",
    settings: { maximumRules: 2 },
    fails: { ingress: [web(1), web(2)], egress: web(3) },
    messages: ["The group has more than 2 rules; take some together, or split it."],
    passes: { "a few": { ingress: [web(1)] } },
  },
  {
    it: "fails a group with too many rules of its own and others",
    settings: { maximumRules: 1 },
    fails: { ingress: [web(1)] },
    later: [own],
    messages: ["The group has more than 1 rules; take some together, or split it. (end)"],
    passes: { "a few": { ingress: [] } },
  },
]);
