import rule from "../../../rules/autoscaling/group-heeds-load-balancer-health";
import { describeRule } from "../../support/table";

const change = 'set healthCheckType to "ELB", for an instance that runs may yet serve nobody.';
const absent = `healthCheckType is not set, and AWS takes EC2 then; ${change}`;

describeRule(rule, [
  {
    it: "fails a group with target groups that says nothing",
    fails: { targetGroupArns: ["arn:aws:elasticloadbalancing:x"] },
    messages: [absent],
    passes: {
      "the load balancer's checks": { healthCheckType: "ELB" },
      "both kinds": { healthCheckType: "EC2,ELB" },
      "no load balancer": { targetGroupArns: [] },
    },
  },
  {
    it: "fails a group with a classic load balancer that heeds EC2's checks alone",
    fails: { loadBalancers: "web", healthCheckType: "EC2" },
    messages: [`healthCheckType is EC2; ${change}`],
    passes: {
      "no load balancer": { loadBalancers: undefined },
      "the load balancer's checks": { healthCheckType: "ELB" },
    },
  },
  {
    it: "fails a group with another source of traffic",
    fails: { trafficSources: [{ identifier: "arn:aws:vpc-lattice:x", type: "vpc-lattice" }] },
    messages: [absent],
    passes: { "that source's checks": { healthCheckType: "VPC_LATTICE" }, "no source": { trafficSources: undefined } },
  },
  {
    it: "fails a group that is attached by a resource beside it",
    fails: {},
    later: [
      {
        type: "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
        name: "attachment",
        inputs: {},
        sources: { autoscalingGroupName: ["it"] },
      },
    ],
    messages: [`${absent} (end)`],
    passes: {},
  },
]);
