import rule from "../../../rules/lb/target-group-is-not-sticky";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails stickiness that does not say whether it is on, because it is then",
    fails: { stickiness: { type: "lb_cookie" } },
    messages: ["stickiness.enabled is not set, and AWS takes true then; leave stickiness out."],
    passes: {
      "none at all": { stickiness: undefined },
      "stickiness that is off": { stickiness: { type: "lb_cookie", enabled: false } },
    },
  },
  {
    it: "fails stickiness that is on",
    type: "aws:alb/targetGroup:TargetGroup",
    fails: { stickiness: { type: "source_ip", enabled: "true" } },
    messages: ["stickiness.enabled is true; leave stickiness out."],
    passes: { "stickiness that is off": { stickiness: { type: "source_ip", enabled: false } } },
  },
]);
