import * as assert from "node:assert/strict";
import { find, mistakes, names, record } from "@groundwork/core/testing";
import { NetworkLoadBalancer } from "@groundwork/load-balancing";
import { web } from "../balancers";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("alarms", () => {
  it("watch errors, rejected connections, slow answers and unhealthy targets", async () => {
    const resources = await record(() => web({ alarms: { actionArns: ["arn:aws:sns:x"] } }));
    assert.deepEqual(names(resources, ALARM).sort(), [
      "web-balancer-5xx-alarm",
      "web-latency-app-alarm",
      "web-rejected-alarm",
      "web-target-5xx-alarm",
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

  it("leave out the health of a function that is not checked", async () => {
    const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:app";
    const resources = await record(() => web({ targetGroups: { app: { lambdaTarget: { functionArn } } }, alarms: {} }));
    assert.ok(!names(resources, ALARM).includes("web-unhealthy-app-alarm"));
  });

  it("of a Network Load Balancer watch what it has", async () => {
    const edge = {
      vpcId: "vpc-1",
      subnetIds: ["subnet-1", "subnet-2"],
      targetGroups: { app: { port: 1 } },
      listeners: [{ port: 1 }],
    };
    const resources = await record(() => new NetworkLoadBalancer("edge", { ...edge, alarms: { minutes: 5 } }));
    assert.deepEqual(names(resources, ALARM), ["edge-rejected-alarm", "edge-unhealthy-app-alarm"]);
    const { namespace, metricName, evaluationPeriods } = find(resources, ALARM, "edge-rejected-alarm").inputs;
    assert.deepEqual([namespace, metricName, evaluationPeriods], ["AWS/NetworkELB", "RejectedFlowCount", 5]);
    const alarms = { latencyMilliseconds: 100 };
    assert.deepEqual(await mistakes(() => new NetworkLoadBalancer("edge", { ...edge, alarms })), [
      "alarms.latencyMilliseconds is 100, but must be left out: it belongs to an Application Load Balancer; remove it.",
    ]);
  });
});
