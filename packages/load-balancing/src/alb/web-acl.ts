import { type Context } from "@groundwork/core";
import type * as lb from "@pulumi/aws/lb";
import * as wafv2 from "@pulumi/aws/wafv2";
import type * as pulumi from "@pulumi/pulumi";

/** What a web ACL protects. */
interface Protected {
  loadBalancer: lb.LoadBalancer;
  /** Its listeners and rules. */
  serving: pulumi.Resource[];
}

/**
 * Puts a web ACL in front of a load balancer.
 *
 * To delete an association, AWS is told the load balancer alone. So the old one goes first, else the web ACL that it is
 * exchanged for would go with it: https://github.com/pulumi/pulumi-aws/issues/4782
 *
 * It waits for the listeners: where the load balancer is made anew, the old one keeps its web ACL until the new one serves.
 */
export function associateWebAcl(
  { parent, name }: Context,
  webAclArn: pulumi.Input<string>,
  { loadBalancer, serving }: Protected,
): wafv2.WebAclAssociation {
  return new wafv2.WebAclAssociation(
    `${name}-web-acl-association`,
    { resourceArn: loadBalancer.arn, webAclArn },
    { parent, dependsOn: serving, deleteBeforeReplace: true, aliases: [{ name: `${name}-waf` }] },
  );
}

/**
 * A value that is given once others are made, and does not depend on them: what depends on a resource that is deleted
 * before it is replaced may be deleted with it, a registered target for one.
 */
export function onceMade<T>(value: pulumi.Output<T>, resources: pulumi.Resource[]): pulumi.Output<T> {
  const made = Promise.all(resources.map(({ urn }) => new Promise((resolve) => urn.apply(resolve))));
  return value.apply<T>(async (known) => {
    await made;
    return known;
  });
}
