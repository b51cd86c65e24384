import rule from "../../../rules/ec2/ssh-is-closed-to-the-world";
import { describeRule } from "../../support/table";
import { securityGroupCases } from "../../support/traffic";

describeRule(
  rule,
  securityGroupCases({ direction: "ingress", what: "SSH (port 22)", port: 22, otherPort: 443, otherProtocol: "udp" }),
);
