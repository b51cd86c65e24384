import * as assert from "node:assert/strict";
import { find, mistakes, named, record, waitsFor } from "@groundwork/core/testing";
import { ApplicationLoadBalancer, NetworkLoadBalancer } from "@groundwork/load-balancing";
import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import { arn, CALLER, CERTIFICATE, edge, inner, web } from "./balancers";

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";

/** What another component gives: a list that is itself an output. */
function list(...values: string[]): pulumi.Output<string[]> {
  return pulumi.output(values);
}

describe("what another component gives", () => {
  it("is taken whole by an application load balancer: subnets, security groups and topics", async () => {
    const args = {
      subnetIds: list("subnet-3", "subnet-4"),
      securityGroupIds: list("sg-1", "sg-2"),
      alarms: { actionArns: list("arn:of:topic") },
    };
    const resources = await record(() => web(args), CALLER);
    const { subnets, securityGroups } = find(resources, LOAD_BALANCER).inputs;
    assert.deepEqual(
      [subnets, securityGroups],
      [
        ["subnet-3", "subnet-4"],
        ["sg-1", "sg-2"],
      ],
    );
    for (const alarm of resources.filter(({ type }) => type === "aws:cloudwatch/metricAlarm:MetricAlarm")) {
      assert.deepEqual(alarm.inputs["alarmActions"], ["arn:of:topic"], alarm.name);
      assert.deepEqual(alarm.inputs["okActions"], ["arn:of:topic"], alarm.name);
    }
  });

  it("is taken whole by a network load balancer: subnets, security groups and principals", async () => {
    const args = {
      subnetIds: list("subnet-3", "subnet-4"),
      securityGroupIds: list("sg-1"),
      endpointService: { allowedPrincipals: list("*"), supportedRegions: list("eu-west-1") },
    };
    const resources = await record(() => edge(args), CALLER);
    const { subnets, securityGroups } = find(resources, LOAD_BALANCER).inputs;
    assert.deepEqual([subnets, securityGroups], [["subnet-3", "subnet-4"], ["sg-1"]]);
    const service = find(resources, "aws:ec2/vpcEndpointService:VpcEndpointService").inputs;
    assert.deepEqual([service["allowedPrincipals"], service["supportedRegions"]], [["*"], ["eu-west-1"]]);
  });

  it("is waited for", async () => {
    const resources = await record(() => {
      const topic = new sns.Topic("topic");
      const actionArns = topic.arn.apply((topicArn) => [topicArn]);
      web({ targetGroups: {}, blueGreen: { app: { blue: { port: 1 }, green: { port: 2 }, guard: { actionArns } } } });
    });
    assert.deepEqual(waitsFor(find(resources, "aws:cloudwatch/metricAlarm:MetricAlarm"), "alarmActions"), ["topic"]);
  });

  it("decides about requests, too: hosts and address ranges", async () => {
    const conditions = { hosts: list("api.example.com"), sourceCidrs: [pulumi.output("10.0.0.0/8")] };
    const rules = [{ name: "api", conditions, action: { forward: "app" } }];
    const resources = await record(() => web({ listeners: [{ port: 443, rules }] }));
    assert.deepEqual(find(resources, "aws:lb/listenerRule:ListenerRule").inputs["conditions"], [
      { hostHeader: { values: ["api.example.com"] } },
      { sourceIp: { values: ["10.0.0.0/8"] } },
    ]);
  });

  it("counts as one value at least, so that what cannot fit is refused beside it", async () => {
    const conditions = { hosts: list("api.example.com"), paths: ["/1", "/2", "/3", "/4", "/5"] };
    const rules = [{ name: "api", conditions, action: { forward: "app" } }];
    assert.deepEqual(await mistakes(() => web({ listeners: [{ port: 443, rules }] })), [
      "listeners[0].rules[0].conditions is 6, but must be 1 to 5 values in all; split the rule in two.",
    ]);
  });

  it("becomes text and switches where AWS's provider takes those", async () => {
    const resources = await record(() => {
      edge({
        targetGroups: { app: { port: 5432, preserveClientIp: pulumi.output(true), crossZone: pulumi.output(false) } },
        allowPrivateLinkPastSecurityGroup: pulumi.output(true),
        endpointService: { allowedPrincipals: [], acceptAutomatically: pulumi.output(true) },
      });
      const fixedResponse = { statusCode: pulumi.output(404) };
      const responseHeaders = { noSniff: pulumi.output(true), maxAgeSeconds: pulumi.output(60) };
      const listener = { port: 443, defaultAction: { fixedResponse }, responseHeaders };
      web({ targetGroups: {}, listeners: [listener] });
    });
    const { preserveClientIp, loadBalancingCrossZoneEnabled } = find(resources, TARGET_GROUP).inputs;
    assert.deepEqual([preserveClientIp, loadBalancingCrossZoneEnabled], ["true", "false"]);
    const balancer = resources.find(({ inputs }) => inputs["loadBalancerType"] === "network");
    assert.equal(balancer?.inputs["enforceSecurityGroupInboundRulesOnPrivateLinkTraffic"], "off");
    const service = find(resources, "aws:ec2/vpcEndpointService:VpcEndpointService").inputs;
    assert.equal(service["acceptanceRequired"], false);
    const listener = named(resources, "web-443-listener").inputs;
    assert.deepEqual(listener["defaultActions"], [
      { type: "fixed-response", fixedResponse: { statusCode: "404", contentType: "text/plain" } },
    ]);
    assert.equal(listener["routingHttpResponseXContentTypeOptionsHeaderValue"], "nosniff");
    assert.equal(listener["routingHttpResponseAccessControlMaxAgeHeaderValue"], "60");
  });
});

describe("what a load balancer gives", () => {
  it("is enough to be a target by, without its method, which other languages do not have", async () => {
    const resources = await record(() => {
      const { loadBalancerArn, securityGroupId } = inner();
      edge({
        targetGroups: { web: { port: 443, albTarget: { loadBalancerArn, securityGroupId } } },
        listeners: [{ port: 443 }],
      });
    });
    const attachment = find(resources, "aws:lb/targetGroupAttachment:TargetGroupAttachment");
    assert.equal(attachment.inputs["targetId"], arn("web-load-balancer"));
    assert.deepEqual(waitsFor(attachment, "targetId"), ["web-443-listener", "web-80-listener", "web-load-balancer"]);
    const ingress = named(resources, "edge-web-ingress-tcp-443");
    assert.equal(ingress.inputs["securityGroupId"], "web-security-group-id");
    const { healthCheck } = named(resources, "edge-web-target-group").inputs as {
      healthCheck: Record<string, unknown>;
    };
    assert.equal(healthCheck["protocol"], "HTTPS");
  });

  it("is, as an output, all that its methods give", async () => {
    const resources = await record(() => {
      const balancer = inner();
      assert.equal(balancer.asTarget(), balancer.albTarget);
      assert.equal(balancer.targetGroupArn("app"), balancer.targetGroupArns["app"]);
      edge({ targetGroups: { web: { port: 443, albTarget: balancer.albTarget } }, listeners: [{ port: 443 }] });
    });
    const attachment = find(resources, "aws:lb/targetGroupAttachment:TargetGroupAttachment");
    assert.deepEqual(waitsFor(attachment, "targetId"), ["web-443-listener", "web-80-listener", "web-load-balancer"]);
  });

  it("is, whole, what another load balancer takes", async () => {
    const certificate = { certificateArn: CERTIFICATE };
    const resources = await record(() => {
      const first = web();
      const targetGroups = { app: { port: 8443 } };
      const place = { vpcId: "vpc-1", subnetIds: list("subnet-1", "subnet-2") };
      const securityGroupIds = first.securityGroupId.apply((id) => [id]);
      new ApplicationLoadBalancer("second", { ...place, certificate, targetGroups, securityGroupIds });
      const sources = { first: { securityGroupId: first.securityGroupId } };
      new NetworkLoadBalancer("third", { ...place, sources, targetGroups, listeners: [{ port: 8443 }] });
    }, CALLER);
    assert.deepEqual(named(resources, "second-load-balancer").inputs["securityGroups"], ["web-security-group-id"]);
    assert.equal(
      named(resources, "third-ingress-tcp-8443-first").inputs["referencedSecurityGroupId"],
      "web-security-group-id",
    );
  });
});
