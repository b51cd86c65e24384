import rule from "../../../rules/ec2/only-allowed-ports-are-open-to-the-world";
import { describeRule } from "../../support/table";
import { securityGroupCases } from "../../support/traffic";

describeRule(
  rule,
  securityGroupCases({
    direction: "ingress",
    what: "ports beside the rule's allowedPorts",
    port: 8443,
    otherPort: 443,
    otherProtocol: "icmp",
  }),
);
