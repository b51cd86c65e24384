import rule from "../../../rules/ec2/ingress-names-its-protocol";
import { describeRule } from "../../support/table";

const every = (field: string) => [`${field} is every protocol; name the one that is meant, and its ports.`];
const web = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] };

describeRule(rule, [
  {
    it: "fails a rule for every protocol, though it is for a network of its own",
    fails: { ingress: [web, { ...web, protocol: "-1", fromPort: 0, toPort: 0 }] },
    messages: every("ingress[1].protocol"),
    passes: { "one protocol": { ingress: [web] } },
  },
  {
    it: "fails a rule of its own",
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    fails: { ipProtocol: "all" },
    messages: every("ipProtocol"),
    passes: { "one protocol": { ipProtocol: "tcp" } },
  },
]);
