import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { DEFAULT_PORT, type ListenerRulesArgs } from "./listener-rules-args";

/** What is needed of another stack's load balancer: what the caller passed, and else what AWS answers when it is asked for. */
export interface KnownLoadBalancer {
  listenerArn(): pulumi.Output<string>;
  vpcId(): pulumi.Output<string>;
  securityGroupId(): pulumi.Output<string>;
  dnsName(): pulumi.Output<string>;
  hostedZoneId(): pulumi.Output<string>;
}

/** Another stack's load balancer, which is looked up once, and only if something is missing. */
export function knownLoadBalancer(parent: pulumi.Resource, args: ListenerRulesArgs): KnownLoadBalancer {
  const { loadBalancer = {}, port = DEFAULT_PORT } = args;
  const loadBalancerArn = loadBalancer.loadBalancerArn ?? "";
  let answer: pulumi.Output<lb.GetLoadBalancerResult> | undefined;
  const found = (): pulumi.Output<lb.GetLoadBalancerResult> =>
    (answer ??= lb.getLoadBalancerOutput({ arn: loadBalancerArn }, { parent }));
  const known = (given: pulumi.Input<string> | undefined, ask: () => pulumi.Output<string>): pulumi.Output<string> =>
    given === undefined ? ask() : pulumi.output(given);
  return {
    listenerArn: () => known(args.listenerArn, () => lb.getListenerOutput({ loadBalancerArn, port }, { parent }).arn),
    vpcId: () => known(loadBalancer.vpcId, () => found().vpcId),
    securityGroupId: () =>
      known(loadBalancer.securityGroupId, () => found().securityGroups.apply(([first]) => first ?? "")),
    dnsName: () => known(loadBalancer.dnsName, () => found().dnsName),
    hostedZoneId: () => known(loadBalancer.hostedZoneId, () => found().zoneId),
  };
}
