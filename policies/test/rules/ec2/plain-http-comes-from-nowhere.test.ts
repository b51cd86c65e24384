import rule from "../../../rules/ec2/plain-http-comes-from-nowhere";
import { describeRule } from "../../support/table";

const http = { protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/8"] };
const lets = (field: string) => [`${field} lets plain HTTP in (port 80); open port 443 instead.`];

describeRule(rule, [
  {
    it: "fails HTTP from a network of its own",
    fails: { ingress: [http] },
    messages: lets("ingress[0].fromPort"),
    passes: {
      HTTPS: { ingress: [{ ...http, fromPort: 443, toPort: 443 }] },
      "another protocol": { ingress: [{ ...http, protocol: "udp" }] },
    },
  },
  {
    it: "fails every protocol from another group",
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    fails: { ipProtocol: "-1", referencedSecurityGroupId: "sg-1" },
    messages: lets("fromPort"),
    passes: { "a protocol without ports": { ipProtocol: "icmp" } },
  },
]);
