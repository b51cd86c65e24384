import rule from "../../../rules/ec2/egress-goes-to-known-places";
import { describeRule } from "../../support/table";
import { securityGroupCases } from "../../support/traffic";

describeRule(
  rule,
  securityGroupCases({ direction: "egress", what: "every port", otherPort: 443, otherProtocol: "icmp" }),
);
