import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { type Context, HTTPS_EGRESS, nameTag } from "@groundwork/core";
import { NatGateways, Network } from "@groundwork/network";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";
import { systemOf } from "../recipe/operating-system";
import { type BuildInfrastructure, DEFAULT_BUILD_CIDR } from "./infrastructure-args";

/** Days for which the records of a network of its own are kept. */
const FLOW_LOG_DAYS = 30;

/** Where build instances are launched. */
export interface BuildPlace {
  subnetId: pulumi.Input<string>;
  securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** The way to the updates of an operating system that looks for them without TLS; they are signed. */
const HTTP_EGRESS = { ...HTTPS_EGRESS, description: "HTTP to signed updates", fromPort: 80, toPort: 80 };

/** The network to build in: the given one, or one of its own. */
export function createBuildNetwork(
  context: Context,
  args: GoldenAmiPipelineArgs,
  { network, ownNetwork }: BuildInfrastructure,
): BuildPlace {
  const { place } = args;
  const { updatesOverHttp } = systemOf(args);
  const groupIn = (vpcId: pulumi.Input<string>) => createBuildSecurityGroup(context, vpcId, updatesOverHttp).id;
  if (network !== undefined) {
    const { subnetId, vpcId, securityGroupIds } = network;
    return { subnetId, securityGroupIds: securityGroupIds ?? [groupIn(vpcId!)] };
  }
  const { name, tags, parent } = context;
  const own = new Network(
    `${name}-build-network`,
    {
      place,
      cidr: ownNetwork?.cidr ?? DEFAULT_BUILD_CIDR,
      zones: ownNetwork?.zones ?? [`${place.region}a`, `${place.region}b`],
      natGateways: NatGateways.Single,
      flowLogs: { retentionDays: FLOW_LOG_DAYS },
      tags,
    },
    { parent },
  );
  return { subnetId: own.privateSubnetIds[0]!, securityGroupIds: [groupIn(own.vpcId)] };
}

/** Creates the build instances' security group: nobody connects to them, and they reach HTTPS, or also HTTP, only. */
function createBuildSecurityGroup(
  { name, tags, parent }: Context,
  vpcId: pulumi.Input<string>,
  withHttp: boolean,
): ec2.SecurityGroup {
  const group = new ec2.SecurityGroup(
    `${name}-build-security-group`,
    { vpcId, description: `The instances that build the AMI ${name}`, tags: nameTag(`${name}-build`, tags) },
    { parent },
  );
  new vpc.SecurityGroupEgressRule(
    `${name}-build-egress-https`,
    { ...HTTPS_EGRESS, securityGroupId: group.id, tags: nameTag(`${name}-build-to-https`, tags) },
    { parent, aliases: [{ name: `${name}-build-to-https` }] },
  );
  if (withHttp) {
    new vpc.SecurityGroupEgressRule(
      `${name}-build-egress-http`,
      { ...HTTP_EGRESS, securityGroupId: group.id, tags: nameTag(`${name}-build-to-http`, tags) },
      { parent },
    );
  }
  return group;
}
