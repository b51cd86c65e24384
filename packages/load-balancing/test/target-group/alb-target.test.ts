import * as assert from "node:assert/strict";
import { find, names, record, waitsFor, type Recorded } from "@groundwork/core/testing";
import { edge, inner } from "../balancers";

const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
const ATTACHMENT = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

describe("NetworkLoadBalancer in front of an ApplicationLoadBalancer", () => {
  const behind = (): Promise<Recorded[]> =>
    record(() =>
      edge({ targetGroups: { web: { port: 443, albTarget: inner().asTarget() } }, listeners: [{ port: 443 }] }),
    );

  it("registers it once its listeners exist, because AWS refuses a load balancer that has none on the port", async () => {
    const attachment = find(await behind(), ATTACHMENT);
    assert.deepEqual(attachment.inputs, {
      targetGroupArn: "arn:of:edge-web-target-group",
      targetId: "arn:of:web-load-balancer",
    });
    assert.deepEqual(waitsFor(attachment, "targetId"), ["web-443-listener", "web-80-listener", "web-load-balancer"]);
  });

  it("passes TCP on to it and checks health through its listener", async () => {
    const { inputs } = find(await behind(), TARGET_GROUP, "edge-web-target-group");
    assert.equal(inputs["targetType"], "alb");
    assert.equal(inputs["protocol"], "TCP");
    assert.deepEqual(inputs["healthCheck"], {
      enabled: true,
      protocol: "HTTPS",
      port: "traffic-port",
      path: "/",
      matcher: "200-399",
      interval: 15,
      timeout: 5,
      healthyThreshold: 3,
      unhealthyThreshold: 3,
    });
  });

  it("opens a way between the two security groups, and no other into the one behind", async () => {
    const resources = await behind();
    assert.deepEqual(find(resources, INGRESS, "edge-web-ingress-tcp-443").inputs, {
      securityGroupId: "web-security-group-id",
      description: "Network load balancer edge-web",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      referencedSecurityGroupId: "edge-security-group-id",
      tags: { Name: "edge-web-ingress-tcp-443" },
    });
    assert.deepEqual(names(resources, INGRESS), ["edge-ingress-tcp-443-anywhere-ipv4", "edge-web-ingress-tcp-443"]);
    const egress = find(resources, EGRESS, "edge-egress-tcp-443-alb-web");
    assert.equal(egress.inputs["referencedSecurityGroupId"], "web-security-group-id");
  });
});
