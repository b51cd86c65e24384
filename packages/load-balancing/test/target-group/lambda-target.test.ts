import * as assert from "node:assert/strict";
import { find, mistakes, record, waitsFor, type Recorded } from "@groundwork/core/testing";
import { type LambdaTargetArgs, type TargetGroupArgs } from "@groundwork/load-balancing";
import { arn, web } from "../balancers";

const FUNCTION = "arn:aws:lambda:eu-west-1:111122223333:function:app";

function serverless(change: Partial<LambdaTargetArgs> = {}, group: TargetGroupArgs = {}): Promise<Recorded[]> {
  return record(() => web({ targetGroups: { app: { lambdaTarget: { functionArn: FUNCTION, ...change }, ...group } } }));
}

describe("function as target", () => {
  it("is registered after the permission, which names the target group, or AWS refuses it", async () => {
    const resources = await serverless();
    const permission = find(resources, "aws:lambda/permission:Permission");
    assert.deepEqual(permission.inputs, {
      action: "lambda:InvokeFunction",
      principal: "elasticloadbalancing.amazonaws.com",
      function: FUNCTION,
      sourceArn: arn("web-app-target-group"),
    });
    const attachment = find(resources, "aws:lb/targetGroupAttachment:TargetGroupAttachment");
    assert.deepEqual(attachment.inputs, { targetGroupArn: arn("web-app-target-group"), targetId: FUNCTION });
    assert.deepEqual(waitsFor(attachment), ["web-app-permission", "web-app-target-group"]);
  });

  it("names an alias in the target and in the permission alike", async () => {
    const resources = await serverless({ qualifier: "live" });
    assert.equal(find(resources, "aws:lambda/permission:Permission").inputs["qualifier"], "live");
    const attachment = find(resources, "aws:lb/targetGroupAttachment:TargetGroupAttachment");
    assert.equal(attachment.inputs["targetId"], `${FUNCTION}:live`);
  });

  it("has no port, no VPC and no health check that is paid for, and keeps every value of a header", async () => {
    const resources = await serverless();
    assert.deepEqual(find(resources, "aws:lb/targetGroup:TargetGroup").inputs, {
      targetType: "lambda",
      lambdaMultiValueHeadersEnabled: true,
      healthCheck: { enabled: false },
      tags: { Name: "web-app" },
    });
    const egress = resources.filter(({ type }) => type.includes("EgressRule"));
    assert.deepEqual(egress, []);
  });

  it("is checked if asked for, at a slower pace", async () => {
    const resources = await serverless({ multiValueHeaders: false }, { healthCheck: { path: "/health" } });
    const { inputs } = find(resources, "aws:lb/targetGroup:TargetGroup");
    assert.equal(inputs["lambdaMultiValueHeadersEnabled"], false);
    assert.deepEqual(inputs["healthCheck"], {
      enabled: true,
      path: "/health",
      matcher: "200",
      interval: 60,
      timeout: 30,
      healthyThreshold: 3,
      unhealthyThreshold: 3,
    });
  });

  it("refuses what a function does not have, and an ARN with an alias in it", async () => {
    const lambdaTarget = { functionArn: `${FUNCTION}:live` };
    const app = { lambdaTarget, port: 80, stickiness: { loadBalancerCookie: {} } };
    assert.deepEqual(await mistakes(() => web({ targetGroups: { app } })), [
      "targetGroups.app.port is 80, but must be left out: a function has no such setting; remove it.",
      'targetGroups.app.stickiness is {"loadBalancerCookie":{}}, but must be left out: a function has no such setting; remove it.',
      `targetGroups.app.lambdaTarget.functionArn is "${FUNCTION}:live", but must be a function's ARN without version or alias; ` +
        "pass the function's arn, and its version or alias as qualifier.",
    ]);
  });
});
