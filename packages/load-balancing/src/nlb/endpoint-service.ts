import { type Context, mapInput, nameTag } from "@groundwork/core";
import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { type AddressFamily } from "../shared/address-family";
import { type EndpointServiceArgs } from "./endpoint-service-args";

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
