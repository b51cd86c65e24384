import rule from "../../../rules/ec2/ingress-comes-from-narrow-networks";
import { describeRule } from "../../support/table";

const wide = "is a public network of more addresses than /24 has; name a narrower one.";
const web = { protocol: "tcp", fromPort: 443, toPort: 443 };

describeRule(rule, [
  {
    it: "fails a public network of many addresses",
    fails: { ingress: [{ ...web, cidrBlocks: ["203.0.113.0/24", "198.51.0.0/16"] }] },
    messages: [`ingress[0].cidrBlocks ${wide}`],
    passes: {
      "a narrower one": { ingress: [{ ...web, cidrBlocks: ["203.0.113.0/24"] }] },
      "networks that are nobody's on the internet": {
        ingress: [
          { ...web, cidrBlocks: ["10.0.0.0/8", "172.16.0.0/12", "172.31.0.0/16", "192.168.0.0/16", "100.64.0.0/10"] },
        ],
      },
    },
  },
  {
    it: "fails a rule of its own, beside the private networks",
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    fails: { ipProtocol: "tcp", cidrIpv4: "172.32.0.0/16" },
    messages: [`cidrIpv4 ${wide}`],
    passes: { "a private one": { cidrIpv4: "172.30.0.0/16" } },
  },
]);
