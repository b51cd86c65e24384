import rule from "../../../rules/ec2/http-is-closed-to-the-world";
import { describeRule } from "../../support/table";
import { securityGroupCases } from "../../support/traffic";

describeRule(
  rule,
  securityGroupCases({ direction: "ingress", what: "HTTP (port 80)", port: 80, otherPort: 443, otherProtocol: "udp" }),
);
