import { ListenerRules, type ListenerRuleArgs, type ListenerRulesArgs } from "@groundwork/load-balancing";

/** The listener of another stack. */
export const LISTENER = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shared/1/2";
/** Its load balancer. */
export const LOAD_BALANCER = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shared/1";

/** A rule for one path that forwards to a target group. */
export function rule(name: string, change: Partial<ListenerRuleArgs> = {}): ListenerRuleArgs {
  return { name, conditions: { paths: [`/${name}/*`] }, action: { forward: "app" }, ...change };
}

/** The smallest rules of a team, with whatever a test changes. */
export function rules(change: Partial<ListenerRulesArgs> = {}, name = "orders"): ListenerRules {
  return new ListenerRules(name, {
    listenerArn: LISTENER,
    loadBalancer: { vpcId: "vpc-1" },
    priorityBand: { from: 1000, to: 1999 },
    targetGroups: { app: { port: 8443 } },
    rules: [rule("orders")],
    ...change,
  });
}
