import * as assert from "node:assert/strict";
import { find, mistakes, record } from "@groundwork/core/testing";
import {
  ApplicationProtocol,
  ProtocolVersion,
  type ApplicationListenerArgs,
  type ApplicationLoadBalancerArgs,
} from "@groundwork/load-balancing";
import { https, listenerMistakes, web } from "../balancers";

const LISTENER = "aws:lb/listener:Listener";

describe("HTTPS listener", () => {
  it("takes another TLS policy, but none that speaks TLS 1.0 or 1.1", async () => {
    const policy = "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09";
    assert.equal(find(await https({ tlsPolicy: policy }), LISTENER).inputs["sslPolicy"], policy);
    for (const tlsPolicy of [
      "ELBSecurityPolicy-2016-08",
      "ELBSecurityPolicy-TLS13-1-0-2021-06",
      "ELBSecurityPolicy-FS-1-1-2019-08",
    ]) {
      assert.deepEqual(await listenerMistakes({ tlsPolicy }), [
        `listeners[0].tlsPolicy is "${tlsPolicy}", but must be an ELBSecurityPolicy that starts at TLS 1.2; ` +
          "leave it out for ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09.",
      ]);
    }
  });
});

describe("HTTP listener", () => {
  it("refuses what belongs to TLS", async () => {
    const listener: ApplicationListenerArgs = {
      port: 80,
      protocol: ApplicationProtocol.Http,
      tlsPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    };
    assert.deepEqual(await mistakes(() => web({ listeners: [{ port: 443 }, listener] })), [
      'listeners[1].tlsPolicy is "ELBSecurityPolicy-TLS13-1-2-2021-06", but must be left out on an HTTP listener; ' +
        "remove it or set the protocol to HTTPS.",
    ]);
  });

  it("redirects to the port on which HTTPS is, and wants to know what to do if there is none", async () => {
    const plain: ApplicationListenerArgs = { port: 80, protocol: ApplicationProtocol.Http };
    const resources = await record(() => web({ listeners: [{ port: 8443 }, plain] }));
    const [action] = find(resources, LISTENER, "web-80-listener").inputs["defaultActions"] as { redirect: unknown }[];
    assert.deepEqual(action?.redirect, { protocol: "HTTPS", port: "8443", statusCode: "HTTP_301" });
    const change: Partial<ApplicationLoadBalancerArgs> = { targetGroups: {}, listeners: [plain] };
    assert.deepEqual(await mistakes(() => web(change)), [
      "listeners[0].defaultAction is missing, but there is no HTTPS listener to redirect to; add one or say what to do.",
    ]);
  });

  it("refuses gRPC, which needs HTTPS", async () => {
    const change: Partial<ApplicationLoadBalancerArgs> = {
      targetGroups: { app: { port: 443, protocolVersion: ProtocolVersion.Grpc } },
      listeners: [
        { port: 80, protocol: ApplicationProtocol.Http, allowUnencrypted: true, defaultAction: { forward: "app" } },
      ],
    };
    assert.deepEqual(await mistakes(() => web(change)), [
      'listeners[0] forwards to target group "app", which speaks gRPC and needs HTTPS; set the protocol to HTTPS.',
    ]);
  });
});
