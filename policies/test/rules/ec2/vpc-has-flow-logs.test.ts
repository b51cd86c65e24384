import rule from "../../../rules/ec2/vpc-has-flow-logs";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a VPC without flow logs",
    fails: {},
    messages: ["The VPC has no flow logs; add a FlowLog with its id as vpcId. (end)"],
    passes: {},
    passesWith: {
      "one with flow logs": [{ type: "aws:ec2/flowLog:FlowLog", name: "log", inputs: {}, sources: { vpcId: ["it"] } }],
    },
  },
]);
