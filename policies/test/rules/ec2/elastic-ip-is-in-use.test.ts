import rule from "../../../rules/ec2/elastic-ip-is-in-use";
import { describeRule } from "../../support/table";

const user = (type: string, input: string) => [{ type, name: "user", inputs: {}, sources: { [input]: ["it"] } }];

describeRule(rule, [
  {
    it: "fails an address that nothing uses",
    fails: { domain: "vpc" },
    messages: ["instance is not set; attach the address, or give it back. (end)"],
    passes: {
      "one of an instance": { instance: "i-1" },
      "one of a network interface": { networkInterface: "eni-1" },
    },
    passesWith: {
      "one that an association attaches": user("aws:ec2/eipAssociation:EipAssociation", "allocationId"),
      "one of a NAT gateway": user("aws:ec2/natGateway:NatGateway", "allocationId"),
      "one of a Network Load Balancer": user("aws:lb/loadBalancer:LoadBalancer", "subnetMappings"),
    },
  },
]);
