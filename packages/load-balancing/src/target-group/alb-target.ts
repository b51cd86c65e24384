import { type Checks, type Context, nameTag } from "@groundwork/core";
import * as lb from "@pulumi/aws/lb";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { portRange, Transport } from "../shared/opening";
import { type AlbTargetArgs } from "./alb-target-args";
import { HealthCheckProtocol } from "./health-check-args";

/** What a load balancer behind another must fit. */
export interface AlbTargetContext {
  port: number | undefined;
  vpcId: pulumi.Input<string>;
  crossZone: pulumi.Input<boolean> | undefined;
}

/** Records the mistakes in a load balancer as target. */
export function checkAlbTarget(checks: Checks, field: string, args: AlbTargetArgs, context: AlbTargetContext): void {
  const ports = args.listeners?.map((listener) => listener.port);
  checks.that(
    context.port === undefined || ports === undefined || ports.includes(context.port),
    `${field.replace(/\.albTarget$/, "")}.port`,
    context.port,
    `the port of a listener of the Application Load Balancer: ${ports?.join(", ") || "it has none"}`,
    "pass one of its ports or add a listener to it",
  );
  if (typeof args.vpcId === "string" && typeof context.vpcId === "string") {
    checks.that(
      args.vpcId === context.vpcId,
      `${field}.vpcId`,
      args.vpcId,
      `the Network Load Balancer's own VPC, ${context.vpcId}`,
      "put both load balancers into one VPC",
    );
  }
  if (typeof args.crossZone === "boolean" && typeof context.crossZone === "boolean") {
    checks.that(
      args.crossZone === context.crossZone,
      `${field}.crossZone`,
      args.crossZone,
      `the Network Load Balancer's own setting, ${context.crossZone}`,
      "set crossZone alike on both: unequal, requests fail now and then",
    );
  }
}

/** The protocol in which a health check reaches the application through the Application Load Balancer. */
export function albHealthCheckProtocol(args: AlbTargetArgs, port: number | undefined): HealthCheckProtocol {
  const https = args.listeners?.find((candidate) => candidate.port === port)?.https ?? args.listeners === undefined;
  return https ? HealthCheckProtocol.Https : HealthCheckProtocol.Http;
}

/** Registers the Application Load Balancer; its ARN waits for its listeners, so they exist by then. */
export function attachAlb(
  { parent, name, reach }: Context & { reach: pulumi.Resource[] },
  targetGroup: lb.TargetGroup,
  args: AlbTargetArgs,
): lb.TargetGroupAttachment {
  return new lb.TargetGroupAttachment(
    `${name}-load-balancer-target`,
    { targetGroupArn: targetGroup.arn, targetId: args.loadBalancerArn },
    { parent, dependsOn: reach, aliases: [{ name: `${name}-alb` }] },
  );
}

/** Lets the Network Load Balancer in at the Application Load Balancer, which sees clients' own addresses. */
export function admitNetworkLoadBalancer(
  { parent, name, tags }: Context,
  args: AlbTargetArgs,
  port: number,
  securityGroupId: pulumi.Input<string>,
): vpc.SecurityGroupIngressRule {
  const rule = `${name}-ingress-tcp-${port}`;
  return new vpc.SecurityGroupIngressRule(
    rule,
    {
      securityGroupId: args.securityGroupId,
      description: `Network load balancer ${name}`,
      ...portRange({ transport: Transport.Tcp, port }),
      referencedSecurityGroupId: securityGroupId,
      tags: nameTag(rule, tags),
    },
    { parent, aliases: [{ name: `${name}-admit-${port}` }] },
  );
}
