import rule from "../../../rules/lb/load-balancer-has-web-acl";
import { describeRule } from "../../support/table";

const association = (type: string, sources: Record<string, string[]>) => [{ type, name: "acl", inputs: {}, sources }];

describeRule(rule, [
  {
    it: "fails a load balancer with which no web ACL is associated",
    fails: {},
    messages: [
      "No web ACL is associated with the load balancer; add a WebAclAssociation with its ARN as resourceArn. (end)",
    ],
    passes: {
      "a Network Load Balancer, which takes none": { loadBalancerType: "network" },
    },
    passesWith: {
      "one with an association": association("aws:wafv2/webAclAssociation:WebAclAssociation", { resourceArn: ["it"] }),
      "one with a regional association": association("aws:wafregional/webAclAssociation:WebAclAssociation", {
        resourceArn: ["it"],
      }),
    },
  },
  {
    it: "fails an internal one, too, that another association depends on for something else",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { loadBalancerType: "application", internal: true },
    others: association("aws:wafv2/webAclAssociation:WebAclAssociation", { webAclArn: ["it"] }),
    messages: [
      "No web ACL is associated with the load balancer; add a WebAclAssociation with its ARN as resourceArn. (end)",
    ],
    passes: { "a Network Load Balancer": { loadBalancerType: "network" } },
  },
]);
