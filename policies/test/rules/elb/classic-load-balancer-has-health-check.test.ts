import rule from "../../../rules/elb/classic-load-balancer-has-health-check";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that leaves it to AWS, which asks no more than for a connection",
    fails: {},
    messages: ["healthCheck is not set; say what shows that an instance is healthy."],
    passes: { "one that says how": { healthCheck: { target: "HTTP:80/", interval: 30 } } },
  },
]);
