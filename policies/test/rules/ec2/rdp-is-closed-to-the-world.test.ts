import rule from "../../../rules/ec2/rdp-is-closed-to-the-world";
import { describeRule } from "../../support/table";
import { securityGroupCases } from "../../support/traffic";

describeRule(
  rule,
  securityGroupCases({
    direction: "ingress",
    what: "Remote Desktop (port 3389)",
    port: 3389,
    otherPort: 443,
    otherProtocol: "icmp",
  }),
);
