import * as assert from "node:assert/strict";
import { formerNames, names, record } from "@groundwork/core/testing";
import { NetworkProtocol } from "@groundwork/load-balancing";
import { edge, inner, web } from "./balancers";

const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";

describe("children's names", () => {
  it("say AWS's nouns in full, and keep what is deployed under shorter ones", async () => {
    const file = { bucket: "pki", key: "ca.pem" };
    const certificate = { domainName: "example.com", hostedZoneId: "Z2" };
    const everything = {
      certificate,
      targetGroups: {
        app: { port: 8443 },
        fn: { lambdaTarget: { functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:fn" } },
      },
      blueGreen: { shop: { blue: { port: 1 }, green: { port: 2 } } },
      listeners: [
        {
          port: 443,
          defaultAction: { forward: "app" },
          rules: [
            { name: "fn", conditions: { paths: ["/fn"] }, action: { forward: "fn" } },
            { name: "shop", conditions: { paths: ["/shop"] }, action: { forward: "shop" } },
          ],
          mutualTls: { caBundle: file, revocations: { lost: file } },
          extraCertificates: { other: { certificateArn: "arn:of:other" } },
        },
      ],
      webAclArn: "arn:of:acl",
      alarms: {},
    };
    assert.deepEqual(formerNames(await record(() => web(everything))), {
      "web-load-balancer": ["web-lb"],
      "web-security-group": ["web-sg"],
      "web-app-target-group": ["web-app"],
      "web-fn-target-group": ["web-fn"],
      "web-fn-permission": ["web-fn-invoke"],
      "web-fn-function-target": ["web-fn-function"],
      "web-443-listener-rule-fn": ["web-443-fn"],
      "web-443-listener-rule-shop": ["web-443-shop"],
      "web-443-sni-other-listener-certificate": ["web-443-sni-other"],
      "web-443-trust-store": ["web-443-trust"],
      "web-443-trust-store-revocation-lost": ["web-443-revocation-lost"],
      "web-validation-record-example.com": ["web-validation-example.com"],
      "web-certificate-validation": ["web-validation"],
      "web-web-acl-association": ["web-waf"],
      "web-shop-guard-alarm": ["web-shop-guard"],
      "web-target-5xx-alarm": ["web-target-5xx"],
      "web-balancer-5xx-alarm": ["web-balancer-5xx"],
      "web-rejected-alarm": ["web-rejected"],
      "web-unhealthy-app-alarm": ["web-unhealthy-app"],
      "web-unhealthy-shop-blue-alarm": ["web-unhealthy-shop-blue"],
      "web-unhealthy-shop-green-alarm": ["web-unhealthy-shop-green"],
      "web-latency-app-alarm": ["web-latency-app"],
      "web-latency-fn-alarm": ["web-latency-fn"],
      "web-latency-shop-blue-alarm": ["web-latency-shop-blue"],
      "web-latency-shop-green-alarm": ["web-latency-shop-green"],
      "web-log-bucket": ["web-logs"],
      "web-log-bucket-encryption": ["web-logs-encryption"],
      "web-log-bucket-public-access-block": ["web-logs-access"],
      "web-log-bucket-lifecycle": ["web-logs-lifecycle"],
      "web-log-bucket-policy": ["web-logs-policy"],
    });
    const front = await record(() =>
      edge({
        elasticIps: true,
        targetGroups: { alb: { port: 443, albTarget: inner().asTarget() } },
        listeners: [{ port: 443, protocol: NetworkProtocol.Tcp }],
      }),
    );
    const former = Object.entries(formerNames(front)).filter(([name]) => name.startsWith("edge-"));
    assert.deepEqual(Object.fromEntries(former.filter(([name]) => !name.startsWith("edge-log-bucket"))), {
      "edge-load-balancer": ["edge-lb"],
      "edge-security-group": ["edge-sg"],
      "edge-elastic-ip-subnet-1": ["edge-eip-subnet-1"],
      "edge-elastic-ip-subnet-2": ["edge-eip-subnet-2"],
      "edge-alb-target-group": ["edge-alb"],
      "edge-alb-load-balancer-target": ["edge-alb-alb"],
      "edge-alb-ingress-tcp-443": ["edge-alb-admit-443"],
    });
  });

  it("do without the role where AWS's limit leaves no room for it, as they did before", async () => {
    const targetGroups = {
      seven77: { port: 1 },
      eight888: { port: 2 },
      "a-name-of-24-characters1": { port: 3 },
    };
    const defaultAction = { forward: "seven77" };
    const rules = ["eight888", "a-name-of-24-characters1"].map((forward, index) => ({
      name: `rule${index}`,
      conditions: { paths: ["/*"] },
      action: { forward },
    }));
    const resources = await record(() => web({ targetGroups, listeners: [{ port: 443, defaultAction, rules }] }));
    const former = formerNames(resources);
    const [cut, long, fitting] = names(resources, TARGET_GROUP).sort();
    assert.equal(fitting, "web-seven77-target-group");
    assert.equal(long, "web-eight888");
    assert.match(cut ?? "", /^web-a-name-of-24-[0-9a-f]{6}$/);
    assert.deepEqual(
      [fitting, long, cut].map((name) => former[name ?? ""]),
      [["web-seven77"], undefined, undefined],
    );
  });
});
