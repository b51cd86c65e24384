import type * as ec2 from "@pulumi/aws/ec2";
import { type Context, type Place } from "@groundwork/core";
import { type Ipv4Range } from "./address-plan";

/** What each part of a network is made with. */
export interface NetworkContext extends Context {
  place: Place;
  vpc: ec2.Vpc;
  range: Ipv4Range;
  zones: string[];
}
