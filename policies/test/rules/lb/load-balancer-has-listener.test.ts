import rule from "../../../rules/lb/load-balancer-has-listener";
import { describeRule } from "../../support/table";

const listener = { type: "aws:alb/listener:Listener", name: "listener", inputs: {} };

describeRule(rule, [
  {
    it: "fails a load balancer to which no listener belongs",
    fails: {},
    later: [{ ...listener, sources: { defaultActions: ["it"] } }],
    messages: ["The load balancer has no listener; add one, or remove the load balancer. (end)"],
    passes: {},
    passesWith: { "one with a listener": [{ ...listener, name: "other", sources: { loadBalancerArn: ["it"] } }] },
  },
  {
    it: "fails a classic load balancer without listeners",
    type: "aws:elb/loadBalancer:LoadBalancer",
    fails: { listeners: [] },
    messages: ["listeners is not set; add one, or remove the load balancer."],
    passes: { "one with a listener": { listeners: [{ lbPort: 80 }] } },
  },
]);
