import type * as pulumi from "@pulumi/pulumi";

/** A name in DNS that leads to a load balancer. */
export interface AliasArgs {
  /** The whole name, such as `www.example.com`. Plain, because its records are named after it. */
  name: string;

  /** The id of the hosted zone that holds it. */
  hostedZoneId: pulumi.Input<string>;
}
