import rule from "../../../rules/ec2/endpoint-has-policy";
import { document } from "../../support/policy";
import { describeRule } from "../../support/table";

const allow = (more: Record<string, unknown>) =>
  document({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...more });

describeRule(rule, [
  {
    it: "fails an endpoint without a policy",
    fails: { vpcEndpointType: "Interface" },
    messages: ["policy is not set; say who may do what, there or in a VpcEndpointPolicy. (end)"],
    passes: {
      "one with a policy": { policy: allow({ Action: "s3:GetObject" }) },
      "one for a load balancer, which takes none": { vpcEndpointType: "GatewayLoadBalancer" },
    },
    passesWith: {
      "one with a policy beside it": [
        {
          type: "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
          name: "policy",
          inputs: {},
          sources: { vpcEndpointId: ["it"] },
        },
      ],
    },
  },
  {
    it: "fails AWS's own policy, which lets everything through",
    fails: { policy: allow({}) },
    messages: ["policy.Statement[0].Principal lets everybody do everything through the endpoint; say who may do what."],
    passes: {
      "an organisation": { policy: allow({ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }) },
      "a bucket": { policy: allow({ Resource: "arn:aws:s3:::bucket/*" }) },
    },
  },
]);
