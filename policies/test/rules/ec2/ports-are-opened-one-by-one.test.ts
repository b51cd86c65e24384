import rule from "../../../rules/ec2/ports-are-opened-one-by-one";
import { describeRule } from "../../support/table";
import { securityGroupCases } from "../../support/traffic";

describeRule(
  rule,
  securityGroupCases({ direction: "ingress", what: "every port", otherPort: 443, otherProtocol: "icmp" }),
);
