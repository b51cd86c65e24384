import * as assert from "node:assert/strict";
import { find, mistakes, named, record, waitsFor } from "@groundwork/core/testing";
import {
  Algorithm,
  ApplicationLoadBalancer,
  HealthCheckProtocol,
  ProtocolVersion,
  AddressFamily,
  TargetProtocol,
  TargetType,
  type TargetGroupArgs,
} from "@groundwork/load-balancing";
import { CERTIFICATE, web } from "../balancers";

const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
const ATTACHMENT = "aws:lb/targetGroupAttachment:TargetGroupAttachment";

/** The inputs of the target group "app", set to this. */
async function inputsOf(app: TargetGroupArgs): Promise<Record<string, unknown>> {
  return find(await record(() => web({ targetGroups: { app } })), TARGET_GROUP).inputs;
}

/** The mistakes in the target group "app", set to this. */
function mistakesIn(app: TargetGroupArgs): Promise<string[]> {
  return mistakes(() => web({ targetGroups: { app } }));
}

describe("target group", () => {
  it("speaks HTTPS to instances and checks them by it, unless told otherwise", async () => {
    assert.deepEqual(await inputsOf({ port: 8443 }), {
      targetType: "instance",
      port: 8443,
      protocol: "HTTPS",
      protocolVersion: "HTTP1",
      vpcId: "vpc-1",
      ipAddressType: "ipv4",
      stickiness: { enabled: false, type: "lb_cookie" },
      deregistrationDelay: 300,
      slowStart: 0,
      loadBalancingAlgorithmType: "round_robin",
      loadBalancingAnomalyMitigation: "off",
      loadBalancingCrossZoneEnabled: "use_load_balancer_configuration",
      targetGroupHealth: {
        dnsFailover: { minimumHealthyTargetsCount: "1", minimumHealthyTargetsPercentage: "off" },
        unhealthyStateRouting: { minimumHealthyTargetsCount: 1, minimumHealthyTargetsPercentage: "off" },
      },
      healthCheck: {
        enabled: true,
        protocol: "HTTPS",
        port: "traffic-port",
        path: "/",
        matcher: "200",
        interval: 15,
        timeout: 5,
        healthyThreshold: 3,
        unhealthyThreshold: 3,
      },
      tags: { Name: "web-app" },
    });
  });

  it("passes on every attribute", async () => {
    const inputs = await inputsOf({
      targetType: TargetType.Ip,
      ipAddressType: AddressFamily.Ipv6,
      port: 8080,
      protocol: TargetProtocol.Http,
      protocolVersion: ProtocolVersion.Http2,
      algorithm: Algorithm.WeightedRandom,
      anomalyMitigation: true,
      deregistrationDelaySeconds: 20,
      crossZone: false,
      targetControlPort: 9000,
      healthThresholds: { dnsFailoverCount: 2, dnsFailoverPercentage: 50, routingCount: 1, routingPercentage: 20 },
      tags: { team: "shop" },
    });
    assert.equal(inputs["targetType"], "ip");
    assert.equal(inputs["ipAddressType"], "ipv6");
    assert.equal(inputs["protocol"], "HTTP");
    assert.equal(inputs["protocolVersion"], "HTTP2");
    assert.equal(inputs["loadBalancingAlgorithmType"], "weighted_random");
    assert.equal(inputs["loadBalancingAnomalyMitigation"], "on");
    assert.equal(inputs["deregistrationDelay"], 20);
    assert.equal(inputs["loadBalancingCrossZoneEnabled"], "false");
    assert.equal(inputs["targetControlPort"], 9000);
    assert.deepEqual(inputs["targetGroupHealth"], {
      dnsFailover: { minimumHealthyTargetsCount: "2", minimumHealthyTargetsPercentage: "50" },
      unhealthyStateRouting: { minimumHealthyTargetsCount: 1, minimumHealthyTargetsPercentage: "20" },
    });
    assert.deepEqual(inputs["tags"], { Name: "web-app", team: "shop" });
    assert.equal((await inputsOf({ port: 80, slowStartSeconds: 60 }))["slowStart"], 60);
  });

  it("checks health as told", async () => {
    const healthCheck = {
      protocol: HealthCheckProtocol.Http,
      port: 9000,
      path: "/health",
      successCodes: "200,204",
      intervalSeconds: 30,
      timeoutSeconds: 29,
      healthyThreshold: 2,
      unhealthyThreshold: 10,
    };
    assert.deepEqual((await inputsOf({ port: 8443, healthCheck }))["healthCheck"], {
      enabled: true,
      protocol: "HTTP",
      port: "9000",
      path: "/health",
      matcher: "200,204",
      interval: 30,
      timeout: 29,
      healthyThreshold: 2,
      unhealthyThreshold: 10,
    });
  });

  it("asks gRPC targets for AWS's own path and code, which would stay another's if they were left out", async () => {
    const inputs = await inputsOf({ port: 8443, protocolVersion: ProtocolVersion.Grpc });
    const check = inputs["healthCheck"] as Record<string, unknown>;
    assert.equal(check["path"], "/AWS.ALB/healthcheck");
    assert.equal(check["matcher"], "12");
  });

  it("registers targets by name, each by itself", async () => {
    const targets = { one: { id: "i-1" }, two: { id: "i-2", port: 8444 } };
    const resources = await record(() => web({ targetGroups: { app: { port: 8443, targets } } }));
    const second = find(resources, ATTACHMENT, "web-app-target-two");
    assert.deepEqual(second.inputs, {
      targetGroupArn: "arn:of:web-app-target-group",
      targetId: "i-2",
      port: 8444,
    });
    assert.deepEqual(waitsFor(second), ["web-app-target-group", "web-egress-tcp-8443-anywhere-ipv4"]);
    const waits = waitsFor(named(resources, "web-443-listener"));
    assert.deepEqual(waits, ["web-app-target-group", "web-app-target-one", "web-app-target-two", "web-load-balancer"]);
  });

  it("has no fixed name and stays within 32 characters, however long the names are", async () => {
    const long = "a-name-of-24-characters1";
    const resources = await record(
      () =>
        new ApplicationLoadBalancer(long, {
          vpcId: "vpc-1",
          subnetIds: ["subnet-1", "subnet-2"],
          certificate: { certificateArn: CERTIFICATE },
          targetGroups: { "another-of-24-characters": { port: 443 } },
        }),
    );
    for (const type of [TARGET_GROUP, "aws:lb/loadBalancer:LoadBalancer"]) {
      const resource = find(resources, type);
      assert.ok(resource.name.length + 8 <= 32, resource.name);
      assert.equal(resource.inputs["name"], undefined);
    }
  });

  const cases: { it: string; app: TargetGroupArgs; mistakes: string[] }[] = [
    {
      it: "refuses to be without a port",
      app: {},
      mistakes: [
        "targetGroups.app.port is missing, but must be a whole number from 1 to 65535; pass the port that the targets listen on.",
      ],
    },
    {
      it: "refuses a protocol of the other load balancer",
      app: { port: 80, protocol: TargetProtocol.Tcp },
      mistakes: ['targetGroups.app.protocol is "TCP", but must be one of "HTTP", "HTTPS"; pass one of these.'],
    },
    {
      it: "refuses a health check whose interval is not above its timeout",
      app: { port: 80, healthCheck: { intervalSeconds: 10, timeoutSeconds: 10 } },
      mistakes: [
        "targetGroups.app.healthCheck.intervalSeconds is 10, but must be more than timeoutSeconds, which is 10; " +
          "raise the interval or lower the timeout.",
      ],
    },
    {
      it: "refuses a health check out of AWS's ranges, naming each",
      app: {
        port: 80,
        healthCheck: {
          protocol: HealthCheckProtocol.Tcp,
          intervalSeconds: 301,
          timeoutSeconds: 1,
          healthyThreshold: 1,
          unhealthyThreshold: 11,
          port: 0,
        },
      },
      mistakes: [
        'targetGroups.app.healthCheck.protocol is "TCP", but must be one of "HTTP", "HTTPS"; pass one of these.',
        "targetGroups.app.healthCheck.port is 0, but must be a whole number from 1 to 65535; pass a number in that range.",
        "targetGroups.app.healthCheck.intervalSeconds is 301, but must be a whole number from 5 to 300 seconds; " +
          "pass a number in that range.",
        "targetGroups.app.healthCheck.timeoutSeconds is 1, but must be a whole number from 2 to 120 seconds; " +
          "pass a number in that range.",
        "targetGroups.app.healthCheck.healthyThreshold is 1, but must be a whole number from 2 to 10; " +
          "pass a number in that range.",
        "targetGroups.app.healthCheck.unhealthyThreshold is 11, but must be a whole number from 2 to 10; " +
          "pass a number in that range.",
      ],
    },
    {
      it: "refuses codes that mean no health, and a path without a slash",
      app: { port: 80, healthCheck: { path: "health", successCodes: "200-599" } },
      mistakes: [
        'targetGroups.app.healthCheck.path is "health", but must be a path of at most 1024 characters that starts with a slash; ' +
          "put a slash before it.",
        'targetGroups.app.healthCheck.successCodes is "200-599", but must be codes from 200 to 499: single, separated by ' +
          'commas, or a range; write them as "200", "200,204" or "200-299".',
      ],
    },
    {
      it: "refuses slow start with weighted random, which shares out by its own measure",
      app: { port: 80, slowStartSeconds: 60, algorithm: Algorithm.WeightedRandom },
      mistakes: [
        'targetGroups.app.slowStartSeconds is 60, but must be 0 with algorithm "weighted_random", which spreads requests ' +
          'by its own measure; leave slowStartSeconds out or use "round_robin".',
      ],
    },
    {
      it: "refuses anomaly mitigation without weighted random",
      app: { port: 80, anomalyMitigation: true },
      mistakes: [
        'targetGroups.app.anomalyMitigation is true, but must be left off unless algorithm is "weighted_random"; ' +
          "set that algorithm or leave anomalyMitigation out.",
      ],
    },
    {
      it: "refuses stickiness where a zone cannot reach the other zones' targets",
      app: { port: 80, crossZone: false, stickiness: { loadBalancerCookie: {} } },
      mistakes: [
        "targetGroups.app.crossZone is false, but must be left on with stickiness, which would send a client to a target " +
          "that its zone cannot reach; leave crossZone or stickiness out.",
      ],
    },
    {
      it: "refuses attributes of a Network Load Balancer",
      app: { port: 80, proxyProtocolV2: true, connectionTermination: true },
      mistakes: [
        "targetGroups.app.proxyProtocolV2 is true, but must be left out: it belongs to a Network Load Balancer; remove it.",
        "targetGroups.app.connectionTermination is true, but must be left out: it belongs to a Network Load Balancer; remove it.",
      ],
    },
    {
      it: "refuses targets of the other kind",
      app: { port: 80, targets: { one: { id: "10.0.0.1" } } },
      mistakes: [
        'targetGroups.app.targets.one.id is "10.0.0.1", but must be an instance id, which starts with i-; ' +
          'set targetType to "ip" or register the other kind.',
      ],
    },
    {
      it: "refuses IPv6 targets that are instances",
      app: { port: 80, ipAddressType: AddressFamily.Ipv6 },
      mistakes: [
        'targetGroups.app.ipAddressType is "ipv6", but must be "ipv4" unless targetType is "ip"; register the targets by address.',
      ],
    },
  ];
  for (const test of cases) {
    it(test.it, async () => {
      assert.deepEqual(await mistakesIn(test.app), test.mistakes);
    });
  }

  it("refuses a target group that gets no requests, because nobody would check its targets' health", async () => {
    const listeners = [{ port: 443, defaultAction: { fixedResponse: { statusCode: 404 } } }];
    assert.deepEqual(await mistakes(() => web({ listeners })), [
      "targetGroups.app gets no requests, and AWS does not check the health of its targets; forward to it or remove it.",
    ]);
  });
});
