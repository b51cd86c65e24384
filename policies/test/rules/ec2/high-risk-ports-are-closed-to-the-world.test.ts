import rule from "../../../rules/ec2/high-risk-ports-are-closed-to-the-world";
import { describeRule } from "../../support/table";
import { securityGroupCases } from "../../support/traffic";

describeRule(
  rule,
  securityGroupCases({
    direction: "ingress",
    what: "one of the rule's highRiskPorts",
    port: 3306,
    otherPort: 443,
    otherProtocol: "udp",
  }),
);
