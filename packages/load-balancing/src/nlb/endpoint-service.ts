import { type Checks, type Context, isPlain, mapInput, nameTag } from "@groundwork/core";
import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { type AddressFamily } from "../shared/address-family";
import { type EndpointServiceArgs } from "./endpoint-service-args";

/**
 * Records a mistake if everyone may connect unasked, so far as that is known: AWS says that such a load balancer is public
 * even without a public address.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html
 */
export function checkEndpointService(checks: Checks, field: string, args: EndpointServiceArgs): void {
  const { allowedPrincipals, acceptAutomatically } = args;
  checks.that(
    acceptAutomatically !== true || !isPlain(allowedPrincipals) || !allowedPrincipals.includes("*"),
    `${field}.acceptAutomatically`,
    acceptAutomatically,
    'left out with "*" among allowedPrincipals, or every AWS account could connect unasked',
    "list the accounts that may, or accept each endpoint",
  );
}

/** What an endpoint service leads to. */
interface Served {
  loadBalancerArn: pulumi.Input<string>;
  /** The addresses that the load balancer has. */
  families: AddressFamily[];
}

/** The endpoint service of a load balancer. */
export function createEndpointService(
  { parent, name, tags }: Context,
  args: EndpointServiceArgs,
  { loadBalancerArn, families }: Served,
): ec2.VpcEndpointService {
  return new ec2.VpcEndpointService(
    `${name}-endpoint-service`,
    {
      networkLoadBalancerArns: [loadBalancerArn],
      acceptanceRequired: mapInput(args.acceptAutomatically ?? false, (automatic) => !automatic),
      allowedPrincipals: args.allowedPrincipals,
      privateDnsName: args.privateDnsName,
      supportedRegions: args.supportedRegions,
      supportedIpAddressTypes: families,
      tags: nameTag(name, tags),
    },
    { parent },
  );
}
