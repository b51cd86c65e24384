import * as assert from "node:assert/strict";
import rule from "../../../rules/elb/classic-listener-has-modern-tls-policy";
import { judge, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const POLICY = "aws:elb/loadBalancerPolicy:LoadBalancerPolicy";
const NEGOTIATION = "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy";
const CHANGE = 'set it to "ELBSecurityPolicy-TLS-1-2-2017-01".';
const OFF = 'set it to "false".';

const reference = (value: string) => [{ name: "Reference-Security-Policy", value }];
const MODERN = reference("ELBSecurityPolicy-TLS-1-2-2017-01");
const DEFAULT = reference("ELBSecurityPolicy-2016-08");
const listener = (lbProtocol: string, lbPort = 443) => ({
  lbProtocol,
  lbPort,
  instanceProtocol: "http",
  instancePort: 80,
});

const missing = (index: number) =>
  `listeners[${index}] has no policy that starts at TLS 1.2, and AWS takes ELBSecurityPolicy-2016-08 then; ` +
  "add an SslNegotiationPolicy for its port. (end)";

function negotiation(lbPort: number, attributes: unknown, name = "negotiation"): Registration {
  return { type: NEGOTIATION, name, inputs: { lbPort, attributes }, sources: { loadBalancer: ["it"] } };
}

/** A policy with its attachment to a port. */
function attached(policyTypeName: string, policyAttributes: unknown): Registration[] {
  return [
    {
      type: POLICY,
      name: "policy",
      inputs: { policyTypeName, policyAttributes },
      sources: { loadBalancerName: ["it"] },
    },
    {
      type: "aws:elb/listenerPolicy:ListenerPolicy",
      name: "attachment",
      inputs: { loadBalancerPort: 443 },
      sources: { loadBalancerName: ["it"], policyNames: ["policy"] },
    },
  ];
}

describeRule(rule, [
  {
    it: "fails an HTTPS listener without a policy, because AWS takes one of 2016 then",
    fails: { listeners: [listener("https")] },
    messages: [missing(0)],
    passes: { "one that takes plain HTTP, which another rule is about": { listeners: [listener("HTTP")] } },
    passesWith: {
      "one with a modern policy": [negotiation(443, MODERN)],
      "one with a policy that is attached by name": attached("SSLNegotiationPolicyType", MODERN),
    },
  },
  {
    it: "fails an SSL listener whose policy is another port's",
    fails: { listeners: [listener("HTTP", 80), listener("SSL")] },
    later: [negotiation(8443, MODERN), ...attached("AppCookieStickinessPolicyType", [])],
    messages: [missing(1)],
    passes: { "one of that port": { listeners: [listener("SSL", 8443)] } },
  },
  {
    it: "fails a policy that refers to AWS's default",
    type: POLICY,
    fails: { policyTypeName: "SSLNegotiationPolicyType", policyAttributes: DEFAULT },
    messages: [`policyAttributes[0].value is ELBSecurityPolicy-2016-08; ${CHANGE}`],
    passes: {
      "one that refers to a modern policy": { policyAttributes: MODERN },
      "one of another type": { policyTypeName: "PublicKeyPolicyType" },
    },
  },
  {
    it: "fails a policy of its own that takes TLS 1.0, or a broken cipher",
    type: NEGOTIATION,
    fails: {
      attributes: [
        { name: "Protocol-TLSv1.2", value: "true" },
        { name: "Protocol-TLSv1", value: "true" },
        { name: "RC4-SHA", value: "true" },
      ],
    },
    messages: [`attributes[1].value is true; ${OFF}`, `attributes[2].value is true; ${OFF}`],
    passes: {
      "one that takes neither": {
        attributes: [
          { name: "Protocol-TLSv1.2", value: "true" },
          { name: "Protocol-TLSv1", value: "false" },
          { name: "Protocol-SSLv3" },
          { name: "ECDHE-RSA-AES128-GCM-SHA256", value: "true" },
        ],
      },
    },
  },
]);

describe("a classic load balancer", () => {
  const it443 = { type: "aws:elb/loadBalancer:LoadBalancer", name: "it", inputs: { listeners: [listener("HTTPS")] } };

  it("fails with a policy that takes TLS 1.0, and so does the policy", async () => {
    assert.deepEqual(await judge([rule], [it443, negotiation(443, DEFAULT)]), [
      `mandatory negotiation: attributes[0].value is ELBSecurityPolicy-2016-08; ${CHANGE}`,
      `mandatory it: ${missing(0)}`,
    ]);
  });

  it("cannot be judged where an attached policy is known by its name alone", async () => {
    const [, attachment] = attached("SSLNegotiationPolicyType", MODERN);
    const byName = { ...attachment!, sources: { loadBalancerName: ["it"] } };
    const [line = ""] = await judge([rule], [it443, byName], { [rule.name]: { onUnknown: "advisory" } });
    assert.match(line, /^advisory it: .*\(end\)$/s);
  });
});
