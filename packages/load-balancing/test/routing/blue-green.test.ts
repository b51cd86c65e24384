import * as assert from "node:assert/strict";
import { find, mistakes, names, record, type Recorded } from "@groundwork/core/testing";
import { type BlueGreenArgs, TargetProtocol } from "@groundwork/load-balancing";
import { arn, web } from "../balancers";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const LISTENER = "aws:lb/listener:Listener";

/** A load balancer in front of the pair "shop". */
function shop(change: Partial<BlueGreenArgs> = {}): Promise<Recorded[]> {
  const pair = { blue: { port: 8443 }, green: { port: 8443 }, ...change };
  return record(() => web({ targetGroups: {}, blueGreen: { shop: pair } }));
}

async function forwarded(change: Partial<BlueGreenArgs>): Promise<unknown> {
  return find(await shop(change), LISTENER, "web-443-listener").inputs["defaultActions"];
}

describe("blue/green pair", () => {
  it("is two target groups and a share: moving it is one number", async () => {
    assert.deepEqual(names(await shop(), "aws:lb/targetGroup:TargetGroup"), ["web-shop-blue", "web-shop-green"]);
    for (const greenWeight of [undefined, 10, 100]) {
      assert.deepEqual(await forwarded({ greenWeight }), [
        {
          type: "forward",
          forward: {
            targetGroups: [
              { arn: arn("web-shop-blue"), weight: 100 - (greenWeight ?? 0) },
              { arn: arn("web-shop-green"), weight: greenWeight ?? 0 },
            ],
            stickiness: { enabled: false, duration: 1 },
          },
        },
      ]);
    }
  });

  it("has one alarm that judges the worse of both groups, so that it guards either direction", async () => {
    const alarm = find(
      await shop({ guard: { errorPercentage: 2, minimumRequests: 50, minutes: 5, actionArns: ["arn:aws:sns:x"] } }),
      ALARM,
    );
    assert.equal(alarm.name, "web-shop-guard-alarm");
    assert.equal(alarm.inputs["threshold"], 2);
    assert.equal(alarm.inputs["evaluationPeriods"], 5);
    assert.equal(alarm.inputs["treatMissingData"], "notBreaching");
    assert.deepEqual(alarm.inputs["alarmActions"], ["arn:aws:sns:x"]);
    const queries = alarm.inputs["metricQueries"] as { id: string; expression?: string; metric?: unknown }[];
    const query = (id: string) => queries.find((candidate) => candidate.id === id);
    assert.deepEqual(query("greenErrors")?.metric, {
      namespace: "AWS/ApplicationELB",
      metricName: "HTTPCode_Target_5XX_Count",
      dimensions: { LoadBalancer: "app/web-load-balancer/1", TargetGroup: "targetgroup/web-shop-green/1" },
      period: 60,
      stat: "Sum",
    });
    assert.equal(
      query("greenShare")?.expression,
      "IF(FILL(greenRequests, 0) >= 50, " +
        "100 * (FILL(greenErrors, 0) + FILL(greenErrors1, 0) + FILL(greenErrors2, 0)) / greenRequests, 0)",
    );
    assert.equal(query("worst")?.expression, "MAX([blueShare, greenShare])");
  });

  it("has its alarm see targets that refuse connections, fail at TLS or, being functions, end in error", async () => {
    const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:app";
    const blue = { port: 8443, protocol: TargetProtocol.Http };
    const alarm = find(await shop({ blue, green: { lambdaTarget: { functionArn } } }), ALARM);
    const queries = alarm.inputs["metricQueries"] as {
      id: string;
      metric?: { metricName: string; dimensions: object };
    }[];
    const measured = queries.flatMap(({ id, metric }) => (metric === undefined ? [] : [[id, metric.metricName]]));
    assert.deepEqual(measured, [
      ["blueRequests", "RequestCount"],
      ["blueErrors", "HTTPCode_Target_5XX_Count"],
      ["blueErrors1", "TargetConnectionErrorCount"],
      ["greenRequests", "RequestCount"],
      ["greenErrors", "HTTPCode_Target_5XX_Count"],
      ["greenErrors1", "LambdaUserError"],
      ["greenErrors2", "LambdaInternalError"],
    ]);
    assert.deepEqual(queries.find(({ id }) => id === "greenErrors1")?.metric?.dimensions, {
      TargetGroup: "targetgroup/web-shop-green/1",
    });
    const https = find(await shop(), ALARM).inputs["metricQueries"] as typeof queries;
    const names = https.map(({ metric }) => metric?.metricName);
    assert.equal(names.filter((name) => name === "TargetTLSNegotiationErrorCount").length, 2);
  });

  it("switches from one group to the other where they are sticky by application cookie", async () => {
    const group = { port: 8443, stickiness: { applicationCookie: { name: "SESSION" } } };
    const sticky = { blue: group, green: group };
    assert.deepEqual(await forwarded(sticky), [{ type: "forward", targetGroupArn: arn("web-shop-blue") }]);
    assert.deepEqual(await forwarded({ ...sticky, greenWeight: 100 }), [
      { type: "forward", targetGroupArn: arn("web-shop-green") },
    ]);
    const half = { shop: { ...sticky, greenWeight: 50 } };
    assert.deepEqual(await mistakes(() => web({ targetGroups: {}, blueGreen: half })), [
      "blueGreen.shop.greenWeight is 50, but must be 0 or 100, because AWS does not support application-cookie " +
        'stickiness with weights; switch all at once, send chosen clients to "shop-green" by a rule on a header, or use ' +
        "loadBalancerCookie.",
    ]);
  });

  it("keeps clients at their version where the groups are sticky by load-balancer cookie", async () => {
    const group = { port: 8443, stickiness: { loadBalancerCookie: {} } };
    const pair = { blue: group, green: group, greenWeight: 50 };
    assert.deepEqual(await mistakes(() => web({ targetGroups: {}, blueGreen: { shop: pair } })), [
      "blueGreen.shop.stickinessSeconds is missing, but must be 1 to 604800 seconds where a group is sticky by " +
        "load-balancer cookie; set it, so that a client stays with its version.",
    ]);
    const [action] = (await forwarded({ ...pair, stickinessSeconds: 600 })) as { forward: { stickiness: unknown } }[];
    assert.deepEqual(action?.forward.stickiness, { enabled: true, duration: 600 });
  });

  it("lets a rule forward to one of its groups, to try it before it gets a share", async () => {
    const rules = [
      {
        name: "testers",
        conditions: { headers: [{ name: "X-Version", values: ["green"] }] },
        action: { forward: "shop-green" },
      },
    ];
    const pair = { blue: { port: 8443 }, green: { port: 8443 } };
    const resources = await record(() =>
      web({
        targetGroups: {},
        blueGreen: { shop: pair },
        listeners: [{ port: 443, defaultAction: { forward: "shop" }, rules }],
      }),
    );
    assert.deepEqual(find(resources, "aws:lb/listenerRule:ListenerRule").inputs["actions"], [
      { type: "forward", targetGroupArn: arn("web-shop-green") },
    ]);
  });

  it("refuses a share that is no percentage, and a key that is taken", async () => {
    const pair = { blue: { port: 1 }, green: { port: 1 }, greenWeight: 101 };
    const change = { targetGroups: { "shop-blue": { port: 1 } }, blueGreen: { shop: pair } };
    const listeners = [{ port: 443, defaultAction: { forward: "shop" } }];
    assert.deepEqual(await mistakes(() => web({ ...change, listeners })), [
      "blueGreen.shop.greenWeight is 101, but must be a whole number from 0 to 100 percent; pass a number in that range.",
      'targetGroups.shop-blue is "shop-blue", but must be a key that no blue/green pair takes; rename the target group.',
    ]);
  });
});
