import * as assert from "node:assert/strict";
import rule from "../../../rules/autoscaling/attachment-leads-to-health-checks";
import { judge } from "../../support/pack";
import { describeRule } from "../../support/table";

const target = (type: string, inputs: Record<string, unknown>) => ({ type, name: "target", inputs });
const group = "aws:lb/targetGroup:TargetGroup";

describeRule(rule, [
  {
    it: "fails an attachment to a target group without a health check",
    fails: {},
    others: [target(group, {})],
    more: { sources: { lbTargetGroupArn: ["target"] } },
    messages: ["healthCheck is not set; set it, for lbTargetGroupArn leads there. (end)"],
    passes: {},
  },
  {
    it: "fails an attachment to a classic load balancer without one",
    fails: {},
    others: [target("aws:elb/loadBalancer:LoadBalancer", {})],
    more: { sources: { elb: ["target"] } },
    messages: ["healthCheck is not set; set it, for elb leads there. (end)"],
    passes: {},
  },
]);

describe(rule.name, () => {
  it("passes an attachment to what has one, and one to what is not of the program", async () => {
    const attachment = { type: "aws:autoscaling/attachment:Attachment", name: "it", inputs: {} };
    const checked = target(group, { healthCheck: { path: "/" } });
    assert.deepEqual(await judge([rule], [checked, { ...attachment, sources: { lbTargetGroupArn: ["target"] } }]), []);
    assert.deepEqual(await judge([rule], [{ ...attachment, inputs: { lbTargetGroupArn: "arn:aws:x" } }]), []);
  });
});
