/**
 * The function that waits until enough targets are healthy, in the form in which Lambda runs it: what it fails with is what
 * the deployment fails with. An error of AWS's is no end, since a role's new permissions take seconds to hold.
 */
export const SWITCHOVER_CODE = `"use strict";
const {
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
} = require("@aws-sdk/client-elastic-load-balancing-v2");

const SECONDS_BETWEEN = 5;
const client = new ElasticLoadBalancingV2Client({});

async function look(TargetGroupArn) {
  try {
    const { TargetHealthDescriptions = [] } = await client.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
    const healthy = TargetHealthDescriptions.filter(({ TargetHealth }) => TargetHealth.State === "healthy").length;
    const found = TargetHealthDescriptions.map(
      ({ Target, TargetHealth }) => [Target.Id, TargetHealth.State, TargetHealth.Reason].filter(Boolean).join(" "),
    );
    return { healthy, found: found.join(", ") || "no targets" };
  } catch (error) {
    return { healthy: 0, found: String(error) };
  }
}

exports.handler = async ({ targetGroupArn, healthyTargets, timeoutSeconds }) => {
  const end = Date.now() + timeoutSeconds * 1000;
  for (;;) {
    const { healthy, found } = await look(targetGroupArn);
    if (healthy >= healthyTargets) {
      return { healthy };
    }
    if (Date.now() >= end) {
      throw new Error(
        \`\${targetGroupArn} has \${healthy} of \${healthyTargets} healthy targets after \${timeoutSeconds} seconds: \${found}\`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, SECONDS_BETWEEN * 1000));
  }
};
`;
