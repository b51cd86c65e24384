import * as assert from "node:assert/strict";
import rule from "../../../rules/lb/listener-rule-forwards-no-http";
import { judge, UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

const listener = (inputs: Record<string, unknown>) => [
  { type: "aws:lb/listener:Listener", name: "listener", inputs, sources: { loadBalancerArn: ["balancer"] } },
];
const MESSAGE = "actions[0] is for a listener that takes HTTP; redirect to HTTPS instead. (end)";

describeRule(rule, [
  {
    it: "fails a rule that forwards what an HTTP listener takes",
    fails: { listenerArn: UNKNOWN_VALUE, actions: [{ type: "forward", targetGroupArn: "arn" }] },
    others: listener({ protocol: "HTTP" }),
    more: { sources: { listenerArn: ["listener"] } },
    messages: [MESSAGE],
    passes: {
      "one that redirects": { actions: [{ type: "redirect", redirect: { protocol: "HTTPS" } }] },
      "one that answers by itself": { actions: { type: "fixed-response" } },
    },
  },
  {
    it: "fails a rule of a listener that takes HTTP because it says nothing",
    type: "aws:alb/listenerRule:ListenerRule",
    fails: { actions: [{ type: "authenticate-oidc" }] },
    others: [{ type: "aws:alb/loadBalancer:LoadBalancer", name: "balancer", inputs: {} }, ...listener({})],
    more: { sources: { listenerArn: ["listener"] } },
    messages: [MESSAGE],
    passes: { "one that redirects": { actions: [{ type: "redirect" }] } },
  },
]);

describe("a listener rule", () => {
  const forwards = { type: "aws:lb/listenerRule:ListenerRule", name: "it", inputs: { actions: [{ type: "forward" }] } };

  it("forwards what an HTTPS listener takes", async () => {
    const own = { ...forwards, sources: { listenerArn: ["listener"] } };
    assert.deepEqual(await judge([rule], [...listener({ protocol: "HTTPS" }), own]), []);
  });

  it("of a listener that only an ARN names is left alone, because nothing is known of it", async () => {
    assert.deepEqual(await judge([rule], [...listener({ protocol: "HTTP" }), forwards]), []);
  });

  it("cannot be judged where its listener comes from another stack", async () => {
    const reference = { type: "pulumi:pulumi:StackReference", name: "shared", inputs: {} };
    const foreign = { ...forwards, sources: { listenerArn: ["shared"] } };
    const [line = ""] = await judge([rule], [reference, foreign], { [rule.name]: { onUnknown: "advisory" } });
    assert.match(line, /^advisory it: .*\(end\)$/s);
  });
});
