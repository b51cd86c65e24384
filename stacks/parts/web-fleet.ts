import type * as pulumi from "@pulumi/pulumi";
import { type EncryptionKey } from "@groundwork/encryption";
import { InstanceFleet } from "@groundwork/instance-fleet";
import { type ApplicationLoadBalancer } from "@groundwork/load-balancing";
import { type Network } from "@groundwork/network";
import { type WorkloadConfig } from "../config/shapes";
import { WEB_PORT } from "./web-targets";

/** What a fleet is put into. */
export interface FleetSetting {
  vpc: Network;
  key: EncryptionKey;
  loadBalancer: ApplicationLoadBalancer;
  /** The key of the fleet's target group. */
  targetGroup: string;
  volumeTags: Record<string, pulumi.Input<string>>;
}

/** A fleet of the web AMI behind a load balancer. */
export function webFleet(name: string, config: WorkloadConfig, setting: FleetSetting): InstanceFleet {
  const { vpc, key, loadBalancer, targetGroup, volumeTags } = setting;
  return new InstanceFleet(name, {
    ...config.fleet,
    vpcId: vpc.vpcId,
    subnetIds: vpc.privateSubnetIds,
    keyArn: key.keyArn,
    targetGroupArns: [loadBalancer.targetGroupArn(targetGroup)],
    ingress: { "load-balancer": { port: WEB_PORT, sourceSecurityGroupId: loadBalancer.securityGroupId } },
    volumeTags,
    tags: config.tags,
  });
}
