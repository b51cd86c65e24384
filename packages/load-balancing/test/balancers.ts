import {
  ApplicationLoadBalancer,
  NetworkLoadBalancer,
  type ApplicationLoadBalancerArgs,
  type NetworkLoadBalancerArgs,
} from "@groundwork/load-balancing";

/** A certificate's ARN. */
export const CERTIFICATE = "arn:aws:acm:eu-west-1:111122223333:certificate/1";

/** The smallest Application Load Balancer, "web", with whatever a test changes. */
export function web(change: Partial<ApplicationLoadBalancerArgs> = {}): ApplicationLoadBalancer {
  return new ApplicationLoadBalancer("web", {
    vpcId: "vpc-1",
    subnetIds: ["subnet-1", "subnet-2"],
    certificate: { certificateArn: CERTIFICATE },
    targetGroups: { app: { port: 8443 } },
    ...change,
  });
}

/** An internal Application Load Balancer that is reached through a Network Load Balancer only. */
export function inner(change: Partial<ApplicationLoadBalancerArgs> = {}): ApplicationLoadBalancer {
  return web({ internal: true, sources: {}, ...change });
}

/** The smallest Network Load Balancer, "edge", with whatever a test changes. */
export function edge(change: Partial<NetworkLoadBalancerArgs> = {}): NetworkLoadBalancer {
  return new NetworkLoadBalancer("edge", {
    vpcId: "vpc-1",
    subnetIds: ["subnet-1", "subnet-2"],
    targetGroups: { app: { port: 5432 } },
    listeners: [{ port: 5432 }],
    ...change,
  });
}

/** The answer to the one look-up: whose account it is, where no security group tells it. */
export const CALLER = { "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "999900001111" } };

/** The ARN that tests give a resource. */
export function arn(name: string): string {
  return `arn:of:${name}`;
}
