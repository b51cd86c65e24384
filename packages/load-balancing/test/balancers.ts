import { mistakes, record, type Recorded } from "@groundwork/core/testing";
import {
  ApplicationLoadBalancer,
  NetworkLoadBalancer,
  type ApplicationListenerArgs,
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

/** What is made of one whose only listener is this one, on 443. */
export function https(listener: Partial<ApplicationListenerArgs>): Promise<Recorded[]> {
  return record(() => web({ listeners: [{ port: 443, ...listener }] }));
}

/** The mistakes in such a listener. */
export function listenerMistakes(listener: Partial<ApplicationListenerArgs>): Promise<string[]> {
  return mistakes(() => web({ listeners: [{ port: 443, ...listener }] }));
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
