import rule from "../../../rules/ec2/security-group-is-used";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a group that only its rules name",
    fails: {},
    later: [
      {
        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        name: "rule",
        inputs: {},
        sources: { securityGroupId: ["it"] },
      },
    ],
    messages: ["Nothing in the program has the group; delete it, or give it to what it is for. (end)"],
    passes: {},
    passesWith: {
      "one that an instance has": [
        { type: "aws:ec2/instance:Instance", name: "instance", inputs: {}, sources: { vpcSecurityGroupIds: ["it"] } },
      ],
    },
  },
]);
