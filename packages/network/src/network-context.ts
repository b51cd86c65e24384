import type * as ec2 from "@pulumi/aws/ec2";
import { type Context } from "@groundwork/core";
import { type Ipv4Range } from "./address-plan";

/** What each part of a network is made with. */
export interface NetworkContext extends Context {
  vpc: ec2.Vpc;
  range: Ipv4Range;
  zones: string[];
}

/** The Region that zones such as `eu-west-1a` belong to. */
export function regionOfZones(zones: string[]): string {
  return zones[0]!.slice(0, -1);
}
