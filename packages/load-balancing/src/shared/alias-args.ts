import type * as pulumi from "@pulumi/pulumi";
import { type HostedZoneArgs } from "./hosted-zone-args";

/** Which of two records of a name answers while both are healthy. */
export enum FailoverRole {
  /** The one that answers while it is healthy. */
  Primary = "PRIMARY",
  /** The one that answers while the primary is not. */
  Secondary = "SECONDARY",
}

/** Where clients are whom a record answers: a continent, or a country with or without its subdivision. */
export interface GeolocationArgs {
  /**
   * A continent's code, such as `EU`.
   *
   * @default - a country is given
   */
  continent?: pulumi.Input<string>;

  /**
   * A country's code, such as `DE`, or `*` for all places that no other record names.
   *
   * @default - a continent is given
   */
  country?: pulumi.Input<string>;

  /**
   * The code of a part of the country, such as `CA` of the United States.
   *
   * @default - the whole country
   */
  subdivision?: pulumi.Input<string>;
}

/**
 * How several records of one name share its clients, such as those of load balancers in two Regions or stacks: exactly one of
 * weight, latencyRegion, failover and geolocation, the same in all records of the name.
 */
export interface AliasRoutingArgs {
  /**
   * Tells this record from the others of its name, from 1 to 128 characters. AWS takes another kind of routing for a
   * record only with another identifier, and while the name has no other record.
   */
  setIdentifier: pulumi.Input<string>;

  /**
   * This record's share of the clients, from 0 to 255: its weight among the sum of all.
   *
   * @default - another field is set
   */
  weight?: pulumi.Input<number>;

  /**
   * The Region of the load balancer, such as `eu-central-1`: each client gets the record that is nearest to it.
   *
   * @default - another field is set
   */
  latencyRegion?: pulumi.Input<string>;

  /**
   * Whether this record or the other answers while both are healthy.
   *
   * @default - another field is set
   */
  failover?: pulumi.Input<FailoverRole>;

  /**
   * Where the clients are that get this record.
   *
   * @default - another field is set
   */
  geolocation?: GeolocationArgs;

  /**
   * The id of a Route 53 health check, which counts beside the health of the load balancer's targets.
   *
   * @default - none
   */
  healthCheckId?: pulumi.Input<string>;
}

/** A name in DNS that leads to a load balancer. */
export interface AliasArgs extends HostedZoneArgs {
  /** The whole name, such as `www.example.com`. Plain, because its records are named after it. */
  name: string;

  /**
   * Tells this alias from others of the same name, in a private zone or for another place. Plain, because its records
   * are named after it.
   *
   * @default - the name tells it
   */
  key?: string;

  /**
   * Whether Route 53 counts the record as unhealthy while no target is healthy, and answers with others of the name.
   *
   * @default true
   */
  evaluateTargetHealth?: pulumi.Input<boolean>;

  /**
   * How this record shares the name's clients with others.
   *
   * @default - it is the name's only record
   */
  routing?: AliasRoutingArgs;

  /**
   * The URN of the load balancer of this stack that had the name until now, under the same `key`: the record moves from
   * there without a moment in which the name leads nowhere. It may be left out after that deployment.
   *
   * @default - the record is made
   */
  movedFrom?: pulumi.Input<string>;
}
