import * as assert from "node:assert/strict";
import rule from "../../../rules/lb/listener-redirects-http";
import { judge, UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

const redirect = (protocol?: string) => ({
  type: "redirect",
  redirect: { statusCode: "HTTP_301", ...(protocol !== undefined && { protocol }) },
});

describeRule(rule, [
  {
    it: "fails an HTTP listener that forwards",
    fails: { protocol: "HTTP", defaultActions: [{ type: "forward", targetGroupArn: "arn" }] },
    messages: ["defaultActions[0].type is forward; redirect to HTTPS."],
    passes: {
      "one that redirects to HTTPS": { defaultActions: [redirect("HTTPS")] },
      "one action where a list is due": { defaultActions: redirect("HTTPS") },
      "a listener that encrypts": { protocol: "HTTPS" },
      "a listener of another kind": { protocol: "TCP" },
    },
  },
  {
    it: "fails an answer of its own, because AWS asks for a redirect and the client goes on in plain text",
    fails: { protocol: "HTTP", defaultActions: [{ type: "fixed-response" }] },
    messages: ["defaultActions[0].type is fixed-response; redirect to HTTPS."],
    passes: { "one that redirects to HTTPS": { defaultActions: [redirect("HTTPS")] } },
  },
  {
    it: "fails an HTTP listener without actions",
    fails: { protocol: "HTTP" },
    messages: ["defaultActions is not set; redirect to HTTPS."],
    passes: { "one that redirects to HTTPS": { defaultActions: [redirect("HTTPS")] } },
  },
  {
    it: "fails a listener without a protocol, because that of an Application Load Balancer takes HTTP then",
    fails: {
      loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/0123456789abcdef",
      defaultActions: [{ type: "forward" }],
    },
    messages: ["defaultActions[0].type is forward; redirect to HTTPS."],
    passes: {
      "one of a Gateway Load Balancer, which takes no protocol": {
        loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/gwy/web/0123456789abcdef",
      },
      "one that redirects to HTTPS": { defaultActions: [redirect("HTTPS")] },
    },
  },
  {
    it: "fails a listener without a protocol wherever it may be of an Application Load Balancer",
    fails: {
      loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/0123456789abcdef",
      defaultActions: [],
    },
    messages: ["defaultActions is not set; redirect to HTTPS."],
    passes: {
      "one of a Network Load Balancer": {
        loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/web/0123456789abcdef",
      },
    },
  },
  {
    it: "fails a listener without a protocol of an Application Load Balancer of the program",
    fails: { loadBalancerArn: UNKNOWN_VALUE, defaultActions: [{ type: "forward" }] },
    others: [{ type: "aws:lb/loadBalancer:LoadBalancer", name: "balancer", inputs: {} }],
    more: { sources: { loadBalancerArn: ["balancer"] } },
    messages: ["defaultActions[0].type is forward; redirect to HTTPS. (end)"],
    passes: { "one that redirects to HTTPS": { defaultActions: [redirect("HTTPS")] } },
  },
  {
    it: "fails a redirect that stays at HTTP",
    type: "aws:alb/listener:Listener",
    fails: { protocol: "HTTP", defaultActions: [redirect("HTTP")] },
    messages: ['defaultActions[0].redirect.protocol is HTTP; set it to "HTTPS".'],
    passes: { "one to HTTPS": { defaultActions: [redirect("HTTPS")] } },
  },
  {
    it: "fails a redirect without a protocol, because it keeps the request's",
    fails: { protocol: "HTTP", defaultActions: [redirect()] },
    messages: ['defaultActions[0].redirect.protocol is not set, and AWS takes #{protocol} then; set it to "HTTPS".'],
    passes: { "one to HTTPS": { defaultActions: [redirect("HTTPS")] } },
  },
]);

describe("a listener without a protocol", () => {
  const verdict = async (...types: unknown[]) => {
    const balancers = types.map((loadBalancerType, index) => ({
      ...{ type: "aws:lb/loadBalancer:LoadBalancer", name: `balancer${index}` },
      inputs: { ...(loadBalancerType !== undefined && { loadBalancerType }) },
    }));
    const listener = {
      ...{ type: "aws:lb/listener:Listener", name: "it", inputs: { defaultActions: [{ type: "forward" }] } },
      sources: { loadBalancerArn: balancers.map(({ name }) => name) },
    };
    const lines = await judge([rule], [...balancers, listener], { [rule.name]: { onUnknown: "advisory" } });
    return lines.map((line) => line.split(" ")[0]);
  };

  it("takes HTTP of an Application Load Balancer alone", async () => {
    assert.deepEqual(await verdict("application"), ["mandatory"]);
    assert.deepEqual(await verdict(undefined), ["mandatory"]);
    assert.deepEqual(await verdict("gateway"), []);
    assert.deepEqual(await verdict("network"), []);
  });

  it("cannot be judged where it may be of several, or of none that is known", async () => {
    assert.deepEqual(await verdict("application", "gateway"), ["advisory"]);
    assert.deepEqual(await verdict(UNKNOWN_VALUE), ["advisory"]);
    assert.deepEqual(await verdict(), ["advisory"]);
  });
});
