import * as assert from "node:assert/strict";
import { find, inputsOf, mistakes, named, names, record, waitsFor } from "@groundwork/core/testing";
import { NetworkProtocol, TargetProtocol, TargetType, type TargetGroupArgs } from "@groundwork/load-balancing";
import * as pulumi from "@pulumi/pulumi";
import { arn, CALLER, edge, web } from "../balancers";

const ATTACHMENT = "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const FLEET = { autoScalingGroupName: "fleet-1", securityGroupId: "sg-fleet" };

function app(change: TargetGroupArgs = {}): TargetGroupArgs {
  return { port: 8443, autoScalingGroups: { fleet: FLEET }, ...change };
}

describe("Auto Scaling group as target", () => {
  it("is attached by a resource of its own, for which the listeners wait, so that they lead to no empty group", async () => {
    const resources = await record(() => web({ targetGroups: { app: app() } }));
    assert.deepEqual(inputsOf(resources, "web-app-traffic-source-attachment-fleet"), {
      autoscalingGroupName: "fleet-1",
      trafficSource: { identifier: arn("web-app-target-group"), type: "elbv2" },
    });
    const waits = waitsFor(named(resources, "web-443-listener"));
    assert.ok(waits.includes("web-app-traffic-source-attachment-fleet"), waits.join());
  });

  it("holds up no listener that does not lead to it", async () => {
    const resources = await record(() => web({ targetGroups: { app: app() } }));
    assert.deepEqual(waitsFor(named(resources, "web-80-listener")), ["web-load-balancer"]);
  });

  it("holds up the rules that lead to it", async () => {
    const rules = [{ name: "app", conditions: { paths: ["/*"] }, action: { forward: "app" } }];
    const listeners = [{ port: 443, defaultAction: { fixedResponse: { statusCode: 404 } }, rules }];
    const resources = await record(() => web({ targetGroups: { app: app() }, listeners }));
    const waits = waitsFor(named(resources, "web-443-listener-rule-app"));
    assert.ok(waits.includes("web-app-traffic-source-attachment-fleet"), waits.join());
    assert.ok(!waitsFor(named(resources, "web-443-listener")).includes("web-app-traffic-source-attachment-fleet"));
  });

  it("is opened to the load balancer before it is attached, and closed after it is drained", async () => {
    const resources = await record(() => web({ targetGroups: { app: app() } }));
    assert.deepEqual(inputsOf(resources, "web-auto-scaling-group-fleet-ingress-tcp-8443"), {
      securityGroupId: "sg-fleet",
      description: "Load balancer web",
      ipProtocol: "tcp",
      fromPort: 8443,
      toPort: 8443,
      referencedSecurityGroupId: "web-security-group-id",
      tags: { Name: "web-auto-scaling-group-fleet-ingress-tcp-8443" },
    });
    assert.deepEqual(waitsFor(find(resources, ATTACHMENT)), [
      "web-app-target-group",
      "web-auto-scaling-group-fleet-ingress-tcp-8443",
      "web-egress-tcp-8443-anywhere-ipv4",
    ]);
  });

  it("is opened once for each port of targets and health checks, in however many target groups it is", async () => {
    const targetGroups = { app: app({ healthCheck: { port: 9000 } }), api: app({ healthCheck: { port: 9000 } }) };
    const rules = [{ name: "api", conditions: { paths: ["/api"] }, action: { forward: "api" } }];
    const listeners = [{ port: 443, defaultAction: { forward: "app" }, rules }];
    const resources = await record(() => web({ targetGroups, listeners }));
    assert.deepEqual(
      names(resources, INGRESS).filter((name) => name.includes("auto-scaling-group")),
      ["web-auto-scaling-group-fleet-ingress-tcp-8443", "web-auto-scaling-group-fleet-ingress-tcp-9000"],
    );
    assert.equal(names(resources, ATTACHMENT).length, 2);
  });

  it("admits the first of several security groups that were given, and both transports of a network load balancer", async () => {
    const targetGroups = { app: app({ protocol: TargetProtocol.TcpUdp }) };
    const listeners = [{ port: 53, protocol: NetworkProtocol.TcpUdp }];
    const securityGroupIds = pulumi.output(["sg-1", "sg-2"]);
    const resources = await record(() => edge({ targetGroups, listeners, securityGroupIds }), CALLER);
    for (const transport of ["tcp", "udp"]) {
      const rule = inputsOf(resources, `edge-auto-scaling-group-fleet-ingress-${transport}-8443`);
      assert.deepEqual([rule["ipProtocol"], rule["referencedSecurityGroupId"]], [transport, "sg-1"]);
    }
  });

  it("is opened by nobody where its security group is not told", async () => {
    const { autoScalingGroupName } = FLEET;
    const autoScalingGroups = { fleet: { autoScalingGroupName } };
    const resources = await record(() => web({ targetGroups: { app: app({ autoScalingGroups }) } }));
    assert.deepEqual(
      names(resources, INGRESS).filter((name) => name.includes("auto-scaling-group")),
      [],
    );
    assert.equal(names(resources, ATTACHMENT).length, 1);
  });

  it("refuses addresses, QUIC, and a load balancer without a security group that is to be let in", async () => {
    assert.deepEqual(await mistakes(() => web({ targetGroups: { app: app({ targetType: TargetType.Ip }) } })), [
      'targetGroups.app.targetType is "ip", but must be "instance" with autoScalingGroups, which register instances; leave it out.',
    ]);
    const quic = { targetGroups: { app: app({ protocol: TargetProtocol.TcpQuic }) } };
    assert.deepEqual(
      await mistakes(() => edge({ ...quic, listeners: [{ port: 443, protocol: NetworkProtocol.TcpQuic }] })),
      [
        'targetGroups.app.autoScalingGroups is ["fleet"], but must be left out with protocol TCP_QUIC, whose targets need a server ' +
          "id each; register the instances as targets.",
        'targetGroups.app.autoScalingGroups is ["fleet"], but must be without securityGroupId on a load balancer with a QUIC listener, ' +
          "which has no security group to let in; open the ports to the clients where that group is made.",
      ],
    );
  });

  it("refuses one key for two groups, and two keys for one security group, whose rules AWS would refuse", async () => {
    const other = { autoScalingGroupName: "fleet-2", securityGroupId: "sg-other" };
    const shared = { autoScalingGroupName: "fleet-3", securityGroupId: "sg-fleet" };
    const targetGroups = {
      app: app(),
      api: app({ autoScalingGroups: { fleet: other, shared } }),
    };
    const rules = [{ name: "api", conditions: { paths: ["/api"] }, action: { forward: "api" } }];
    const listeners = [{ port: 443, defaultAction: { forward: "app" }, rules }];
    assert.deepEqual(await mistakes(() => web({ targetGroups, listeners })), [
      'targetGroups.api.autoScalingGroups.fleet is {"autoScalingGroupName":"fleet-2","securityGroupId":"sg-other"}, but must be the ' +
        'Auto Scaling group that "fleet" is in the other target groups; give it a key of its own, or hand on the same outputs.',
      'targetGroups.api.autoScalingGroups.shared.securityGroupId is "sg-fleet", but must be another group than that of "fleet": AWS ' +
        "refuses the second of two rules that say the same; leave it out here, and open what is missing where that group is made.",
    ]);
  });
});
