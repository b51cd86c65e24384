import * as assert from "node:assert/strict";
import { find, mistakes, names, record } from "@groundwork/core/testing";
import { NetworkLoadBalancer, NetworkProtocol, type TargetGroupArgs, TargetProtocol } from "@groundwork/load-balancing";
import { CERTIFICATE, web } from "../balancers";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("alarms", () => {
  it("watch errors, rejected connections, slow answers and unhealthy targets", async () => {
    const resources = await record(() => web({ alarms: { actionArns: ["arn:aws:sns:x"] } }));
    assert.deepEqual(names(resources, ALARM).sort(), [
      "web-balancer-5xx-alarm",
      "web-healthy-app-alarm",
      "web-latency-app-alarm",
      "web-rejected-alarm",
      "web-target-5xx-alarm",
      "web-target-errors-app-alarm",
      "web-unhealthy-app-alarm",
    ]);
    const LoadBalancer = "app/web-load-balancer/1";
    assert.deepEqual(find(resources, ALARM, "web-latency-app-alarm").inputs, {
      alarmDescription: "web: targets of app answer slowly",
      namespace: "AWS/ApplicationELB",
      metricName: "TargetResponseTime",
      dimensions: { LoadBalancer, TargetGroup: "targetgroup/web-app-target-group/1" },
      extendedStatistic: "p99",
      period: 60,
      evaluationPeriods: 3,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 2,
      treatMissingData: "notBreaching",
      alarmActions: ["arn:aws:sns:x"],
      okActions: ["arn:aws:sns:x"],
      tags: { Name: "web-latency-app" },
    });
    const shown = ["target-5xx", "balancer-5xx", "rejected", "unhealthy-app"].map((role) => {
      const { metricName, statistic, threshold, dimensions } = find(resources, ALARM, `web-${role}-alarm`).inputs;
      return [metricName, statistic, threshold, dimensions];
    });
    assert.deepEqual(shown, [
      ["HTTPCode_Target_5XX_Count", "Sum", 10, { LoadBalancer }],
      ["HTTPCode_ELB_5XX_Count", "Sum", 10, { LoadBalancer }],
      ["RejectedConnectionCount", "Sum", 1, { LoadBalancer }],
      ["UnHealthyHostCount", "Maximum", 1, { LoadBalancer, TargetGroup: "targetgroup/web-app-target-group/1" }],
    ]);
  });

  it("go off where too few targets are healthy or none is registered, but for an idle group of a pair", async () => {
    const blueGreen = { shop: { blue: { port: 1 }, green: { port: 2 } } };
    const rules = [{ name: "shop", conditions: { paths: ["/shop"] }, action: { forward: "shop" } }];
    const listeners = [{ port: 443, defaultAction: { forward: "app" }, rules }];
    const resources = await record(() => web({ alarms: { healthyTargets: 2 }, blueGreen, listeners }));
    const shown = ["app", "shop-green"].map((key) => {
      const { inputs } = find(resources, ALARM, `web-healthy-${key}-alarm`);
      return [inputs["metricName"], inputs["comparisonOperator"], inputs["threshold"], inputs["treatMissingData"]];
    });
    assert.deepEqual(shown, [
      ["HealthyHostCount", "LessThanThreshold", 2, "breaching"],
      ["HealthyHostCount", "LessThanThreshold", 2, "notBreaching"],
    ]);
  });

  it("add up what no target answered, by the metrics that a kind of target group has", async () => {
    const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:app";
    const kinds: [TargetGroupArgs, string[]][] = [
      [{ port: 1 }, ["TargetConnectionErrorCount", "TargetTLSNegotiationErrorCount"]],
      [{ port: 1, protocol: TargetProtocol.Http }, ["TargetConnectionErrorCount"]],
      [{ lambdaTarget: { functionArn } }, ["LambdaUserError", "LambdaInternalError"]],
    ];
    for (const [app, metrics] of kinds) {
      const resources = await record(() => web({ targetGroups: { app }, alarms: { targetErrors: 5 } }));
      const { inputs } = find(resources, ALARM, "web-target-errors-app-alarm");
      const queries = inputs["metricQueries"] as { metric?: { metricName: string }; expression?: string }[];
      assert.deepEqual(
        queries.flatMap(({ metric }) => (metric === undefined ? [] : [metric.metricName])),
        metrics,
      );
      assert.equal(
        queries.find(({ expression }) => expression !== undefined)?.expression,
        metrics.map((_, index) => `FILL(errors${index}, 0)`).join(" + "),
      );
      assert.equal(inputs["threshold"], 5);
    }
  });

  it("leave out the health of a function that is not checked", async () => {
    const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:app";
    const resources = await record(() => web({ targetGroups: { app: { lambdaTarget: { functionArn } } }, alarms: {} }));
    const counted = names(resources, ALARM).filter((name) => /healthy/.test(name));
    assert.deepEqual(counted, []);
  });

  it("of a Network Load Balancer watch what it has", async () => {
    const edge = {
      vpcId: "vpc-1",
      subnetIds: ["subnet-1", "subnet-2"],
      targetGroups: { app: { port: 1 } },
      listeners: [{ port: 1 }],
    };
    const resources = await record(() => new NetworkLoadBalancer("edge", { ...edge, alarms: { minutes: 5 } }));
    assert.deepEqual(names(resources, ALARM).sort(), [
      "edge-healthy-app-alarm",
      "edge-rejected-alarm",
      "edge-unhealthy-app-alarm",
    ]);
    const { namespace, metricName, evaluationPeriods } = find(resources, ALARM, "edge-rejected-alarm").inputs;
    assert.deepEqual([namespace, metricName, evaluationPeriods], ["AWS/NetworkELB", "RejectedFlowCount", 5]);
    const tls = { targetGroups: { app: { port: 1, protocol: TargetProtocol.Tls } } };
    const certificate = { certificateArn: CERTIFICATE };
    const listeners = [{ port: 1, protocol: NetworkProtocol.Tls }];
    const encrypted = await record(
      () => new NetworkLoadBalancer("edge", { ...edge, ...tls, certificate, listeners, alarms: {} }),
    );
    const failing = find(encrypted, ALARM, "edge-target-errors-alarm").inputs;
    assert.deepEqual(
      [failing["metricName"], Object.keys(failing["dimensions"] as object)],
      ["TargetTLSNegotiationErrorCount", ["LoadBalancer"]],
    );
    const alarms = { latencyMilliseconds: 100 };
    assert.deepEqual(await mistakes(() => new NetworkLoadBalancer("edge", { ...edge, alarms })), [
      "alarms.latencyMilliseconds is 100, but must be left out: it belongs to an Application Load Balancer; remove it.",
    ]);
  });
});
