import rule from "../../../rules/lb/load-balancer-redirects-http";
import * as assert from "node:assert/strict";
import { judge } from "../../support/pack";
import { describeRule } from "../../support/table";

const listener = (name: string, protocol: string, type: string) => ({
  ...{
    type: "aws:lb/listener:Listener",
    name,
    inputs: { protocol, defaultActions: [{ type, redirect: { protocol: "HTTPS" } }] },
  },
  sources: { loadBalancerArn: ["it"] },
});

describeRule(rule, [
  {
    it: "fails a load balancer with an HTTP listener that forwards",
    fails: {},
    later: [listener("https", "HTTPS", "forward"), listener("http", "HTTP", "forward")],
    messages: ["An HTTP listener of the load balancer does not redirect; let it redirect to HTTPS. (end)"],
    passes: { "a Network Load Balancer, which takes no HTTP": { loadBalancerType: "network" } },
  },
]);

describe("an Application Load Balancer's HTTP listener", () => {
  it("passes where it redirects", async () => {
    const balancer = { type: "aws:alb/loadBalancer:LoadBalancer", name: "it", inputs: {} };
    assert.deepEqual(await judge([rule], [balancer, listener("http", "HTTP", "redirect")]), []);
    assert.deepEqual(await judge([rule], [balancer]), []);
  });
});
