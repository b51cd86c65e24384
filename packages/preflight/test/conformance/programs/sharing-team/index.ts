import { ListenerRules, LoadBalancerType, TargetGroup, type PriorityBandArgs } from "@groundwork/load-balancing";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const orders = new pulumi.Config("orders");
const payments = new pulumi.Config("payments");

const owner = new pulumi.StackReference("organization/sharing-owner/dev");
const bands = owner.getOutput("priorityBands") as pulumi.Output<Record<string, PriorityBandArgs>>;
const band = (name: string) => bands.apply((all) => all[name] as PriorityBandArgs);
const listenerArn = owner.getOutput("listenerArn");
const vpcId = owner.getOutput("vpcId");
const securityGroupId = owner.getOutput("securityGroupId");

const targets = new aws.ec2.SecurityGroup("targets", { vpcId });

new ListenerRules("orders", {
  listenerArn,
  loadBalancer: {
    vpcId,
    securityGroupId,
    dnsName: owner.getOutput("dnsName"),
    hostedZoneId: owner.getOutput("hostedZoneId"),
  },
  priorityBand: band(orders.require("band")),
  targetGroups: { app: { port: orders.requireNumber("port") } },
  targetSecurityGroupId: targets.id,
  rules: orders
    .require("rules")
    .split(",")
    .map((name) => ({ name, conditions: { paths: [`/${name}/*`] }, action: { forward: "app" } })),
  extraCertificates: orders.getBoolean("certificate")
    ? { own: { certificateArn: "arn:aws:acm:eu-central-1:123456789012:certificate/orders" } }
    : {},
  aliases: orders
    .require("names")
    .split(",")
    .map((name) => ({ name, hostedZoneId: "Z1" })),
});

const adopted = new pulumi.Config("adopted");

// A load balancer of no stack: all that is known of it is its ARN.
new ListenerRules("adopted", {
  loadBalancer: {
    loadBalancerArn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/legacy/0123456789abcdef",
  },
  priorityBand: { from: 1000, to: 1999 },
  targetGroups: { app: { port: 8443 } },
  rules: [{ name: "shop", conditions: { paths: ["/shop/*"] }, action: { forward: "app" } }],
  aliases: adopted.getBoolean("alias") ? [{ name: "shop.example.com", hostedZoneId: "Z1" }] : [],
});

// The other team has a target group by itself.
const app = new TargetGroup("payments", {
  loadBalancerType: LoadBalancerType.Application,
  vpcId,
  targetGroup: { port: payments.getNumber("port") ?? 9443 },
});
new ListenerRules("payments", {
  listenerArn,
  priorityBand: band("payments"),
  targetGroupArns: { app: app.targetGroupArn },
  rules: [{ name: "pay", conditions: { paths: ["/pay/*"] }, action: { forward: "app" } }],
});
