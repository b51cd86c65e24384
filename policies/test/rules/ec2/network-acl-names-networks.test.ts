import rule from "../../../rules/ec2/network-acl-names-networks";
import { describeRule } from "../../support/table";

const web = { ruleNo: 100, action: "allow", protocol: "tcp", fromPort: 443, toPort: 443, cidrBlock: "0.0.0.0/0" };
const opens = ["ingress[0].cidrBlock opens a way in to the world; name the networks that it is for."];

describeRule(rule, [
  {
    it: "fails a rule that opens one port to the world, though another refuses a part before",
    fails: { ingress: [web, { ...web, ruleNo: 1, action: "deny" }] },
    messages: opens,
    passes: {
      "a network of its own": { ingress: [{ ...web, cidrBlock: "10.0.0.0/8" }] },
      "a refusal of everything before": { ingress: [web, { ...web, ruleNo: 1, action: "deny", protocol: "-1" }] },
    },
  },
]);
