import rule from "../../../rules/lb/public-load-balancer-has-web-acl";
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
      "an internal one, which strangers do not reach": { internal: true },
    },
    passesWith: {
      "one with an association": association("aws:wafv2/webAclAssociation:WebAclAssociation", { resourceArn: ["it"] }),
      "one with a regional association": association("aws:wafregional/webAclAssociation:WebAclAssociation", {
        resourceArn: ["it"],
      }),
    },
  },
  {
    it: "fails one that another association depends on for something else",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { loadBalancerType: "application" },
    others: association("aws:wafv2/webAclAssociation:WebAclAssociation", { webAclArn: ["it"] }),
    messages: [
      "No web ACL is associated with the load balancer; add a WebAclAssociation with its ARN as resourceArn. (end)",
    ],
    passes: { "a Network Load Balancer": { loadBalancerType: "network" } },
  },
]);
