import rule from "../../../rules/elb/classic-load-balancer-is-cross-zone";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that keeps to the zone",
    fails: { crossZoneLoadBalancing: false },
    messages: ["crossZoneLoadBalancing is false; set it to true."],
    passes: {
      "one that crosses zones": { crossZoneLoadBalancing: true },
      "one that says nothing, because the provider turns it on then": { crossZoneLoadBalancing: undefined },
    },
    remediated: { crossZoneLoadBalancing: true },
  },
]);
