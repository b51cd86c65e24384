import type * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { type Tags } from "@groundwork/core";
import { type Ipv4Range } from "./address-plan";

/** What each part of a network is made with. */
export interface NetworkContext {
  /** The component's name: the beginning of every child's. */
  name: string;
  vpc: ec2.Vpc;
  range: Ipv4Range;
  zones: string[];
  tags: Tags | undefined;
  parent: pulumi.Resource;
}

/** The Region that zones such as `eu-west-1a` belong to. */
export function regionOfZones(zones: string[]): string {
  return zones[0]!.slice(0, -1);
}
