import type * as pulumi from "@pulumi/pulumi";
import { ApplicationLoadBalancer } from "@groundwork/load-balancing";
import { type BlueGreenConfig } from "../config/shapes";
import { backupAlarms } from "../parts/backup-alarms";
import { deletionProtection } from "../parts/deletion-protection";
import { sourcedAmi } from "../parts/image-source";
import { network } from "../parts/network";
import { backupTag, scheduledSnapshots } from "../parts/scheduled-snapshots";
import { volumeKey } from "../parts/volume-key";
import { webFleet } from "../parts/web-fleet";
import { fleetsOf, webTargets } from "../parts/web-targets";

/** Staging: a blue and a green fleet, and a share of the requests that moves from one to the other. */
export function staging(config: BlueGreenConfig): Record<string, pulumi.Input<unknown>> {
  const { place, tags } = config;
  const { domainName, hostedZoneId, alarmTopicArn } = config.loadBalancer;
  const actionArns = alarmTopicArn === undefined ? [] : [alarmTopicArn];
  const key = volumeKey("staging", config, { protectKey: false });
  const vpc = network("staging", config);
  const setting = { amiId: sourcedAmi("staging", config), vpc, key, volumeTags: backupTag("staging") };
  const blue = webFleet("staging-blue", config, setting);
  const green = webFleet("staging-green", config, setting);
  const loadBalancer = new ApplicationLoadBalancer(
    "staging",
    {
      place,
      vpcId: vpc.vpcId,
      subnetIds: vpc.publicSubnetIds,
      domain: { name: domainName, hostedZoneId },
      blueGreen: {
        web: {
          blue: webTargets("blue", blue),
          green: webTargets("green", green),
          greenWeight: config.release.greenPercent,
          guard: { actionArns },
        },
      },
      destinations: { network: { cidrIpv4: config.network.cidr } },
      alarms: { actionArns },
      ...deletionProtection(config),
      tags,
    },
    fleetsOf("staging", { blue, green }),
  );
  scheduledSnapshots("staging", config, { alarms: backupAlarms(config), protectPolicy: false });
  return {
    url: `https://${domainName}`,
    vpcId: vpc.vpcId,
    loadBalancerDnsName: loadBalancer.dnsName,
    blueGroupName: blue.autoScalingGroupName,
    greenGroupName: green.autoScalingGroupName,
  };
}
