import {
  ApplicationLoadBalancer,
  type ApplicationLoadBalancerArgs,
  NetworkLoadBalancer,
  type NetworkLoadBalancerArgs,
} from "@groundwork/load-balancing";
import * as pulumi from "@pulumi/pulumi";

/** Arguments with what the configuration gives beside or instead of them; `null` leaves one out. */
function changed<T extends object>(args: T, balancer: string): T {
  const change = new pulumi.Config(balancer).getObject<Partial<T>>("change") ?? {};
  return Object.fromEntries(Object.entries({ ...args, ...change }).filter(([, value]) => value !== null)) as T;
}

const place = { vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"] };
const certificate = { certificateArn: "arn:aws:acm:eu-central-1:123456789012:certificate/web" };

export const application = new ApplicationLoadBalancer(
  "web",
  changed<ApplicationLoadBalancerArgs>(
    {
      ...place,
      certificate,
      targetGroups: { app: { port: 8443 } },
      listeners: [{ port: 443 }],
      webAclArn: "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/one/1",
      aliases: [{ name: "www.example.com", hostedZoneId: "Z1" }],
      logs: { deleteLogsWithBucket: true },
      deletionProtection: false,
    },
    "application",
  ),
).loadBalancerArn;

export const network = new NetworkLoadBalancer(
  "edge",
  changed<NetworkLoadBalancerArgs>(
    {
      ...place,
      certificate,
      targetGroups: { app: { port: 8443 } },
      listeners: [{ port: 443 }],
      deletionProtection: false,
    },
    "network",
  ),
).loadBalancerArn;
