import type * as pulumi from "@pulumi/pulumi";
import { type EncryptionKey } from "@groundwork/encryption";
import { HealthCheckType, InstanceFleet } from "@groundwork/instance-fleet";
import { type Network } from "@groundwork/network";
import { type WorkloadConfig } from "../config/shapes";

/** What a fleet is put into. */
export interface FleetSetting {
  /** The id of the AMI to launch. */
  amiId: pulumi.Input<string>;
  vpc: Network;
  key: EncryptionKey;
  volumeTags: Record<string, pulumi.Input<string>>;
}

/** A fleet of the web AMI, for a load balancer to take as its target. */
export function webFleet(name: string, config: WorkloadConfig, setting: FleetSetting): InstanceFleet {
  const { amiId, vpc, key, volumeTags } = setting;
  const { amiName: _name, ...fleet } = config.fleet;
  return new InstanceFleet(name, {
    ...fleet,
    image: { id: amiId },
    place: config.place,
    vpcId: vpc.vpcId,
    subnetIds: vpc.privateSubnetIds,
    keyArn: key.keyArn,
    healthCheckType: HealthCheckType.Elb,
    volumeTags,
    tags: config.tags,
  });
}
