import rule from "../../../rules/ec2/egress-names-its-protocol";
import { describeRule } from "../../support/table";

const every = (field: string) => [`${field} is every protocol; name the one that is meant, and its ports.`];
const web = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] };

describeRule(rule, [
  {
    it: "fails a rule for every protocol, though it is for a network of its own",
    fails: { egress: [web, { ...web, protocol: "-1", fromPort: 0, toPort: 0 }] },
    messages: every("egress[1].protocol"),
    passes: { "one protocol": { egress: [web] } },
  },
  {
    it: "fails a rule of its own",
    type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    fails: { ipProtocol: "all" },
    messages: every("ipProtocol"),
    passes: { "one protocol": { ipProtocol: "tcp" } },
  },
]);
