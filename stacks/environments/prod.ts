import type * as pulumi from "@pulumi/pulumi";
import { ApplicationLoadBalancer, NetworkLoadBalancer } from "@groundwork/load-balancing";
import { type WorkloadConfig } from "../config/shapes";
import { amiBackups } from "../parts/ami-backups";
import { backupAlarms } from "../parts/backup-alarms";
import { backupCopies } from "../parts/backup-copies";
import { deletionProtection } from "../parts/deletion-protection";
import { sourcedAmi } from "../parts/image-source";
import { network } from "../parts/network";
import { backupTag, scheduledSnapshots } from "../parts/scheduled-snapshots";
import { storageDefaults } from "../parts/storage-defaults";
import { volumeKey } from "../parts/volume-key";
import { webFleet } from "../parts/web-fleet";
import { fleetsOf, webTargets } from "../parts/web-targets";

/** The cookie by which the application tells its sessions apart. */
const SESSION_COOKIE = "session";

/**
 * Production: static addresses before sticky routing, a fleet that loses a zone without notice, snapshots that lose a
 * Region, and nothing that holds data is deleted by mistake.
 */
export function prod(config: WorkloadConfig): Record<string, pulumi.Input<unknown>> {
  const { place, imageSource, tags } = config;
  const { domainName, hostedZoneId, alarmTopicArn } = config.loadBalancer;
  const actionArns = alarmTopicArn === undefined ? [] : [alarmTopicArn];
  const key = volumeKey("prod", config);
  // Production launches its own copies of the golden AMIs; to copy them, it has to see the originals.
  const builders = new Set([place.accountId, imageSource?.accountId ?? place.accountId]);
  storageDefaults("prod", config, key.keyArn, { criteria: [{ providers: [...builders] }] });
  const vpc = network("prod", config);
  const amiId = sourcedAmi("prod", config);
  const protection = deletionProtection(config);
  const fleet = webFleet("prod-web", config, { amiId, vpc, key, volumeTags: backupTag("prod") });
  const loadBalancer = new ApplicationLoadBalancer(
    "prod",
    {
      place,
      vpcId: vpc.vpcId,
      subnetIds: vpc.privateSubnetIds,
      internal: true,
      // Nobody but the network load balancer, which admits itself.
      sources: {},
      certificate: { domainName, hostedZoneId },
      targetGroups: {
        web: { ...webTargets("web", fleet), stickiness: { applicationCookie: { name: SESSION_COOKIE } } },
      },
      destinations: { network: { cidrIpv4: config.network.cidr } },
      alarms: { actionArns },
      ...protection,
      tags,
    },
    fleetsOf("prod", { web: fleet }),
  );
  const front = new NetworkLoadBalancer("prod-front", {
    place,
    vpcId: vpc.vpcId,
    subnetIds: vpc.publicSubnetIds,
    elasticIps: true,
    targetGroups: {
      https: { port: 443, albTarget: loadBalancer.asTarget() },
      http: { port: 80, albTarget: loadBalancer.asTarget() },
    },
    listeners: [
      { port: 443, forward: "https" },
      { port: 80, forward: "http" },
    ],
    aliases: [{ name: domainName, hostedZoneId }],
    alarms: { actionArns },
    deletionProtection: protection.deletionProtection,
    tags,
  });
  const backups = { copies: backupCopies("prod", config), sourceKeyArns: [key.keyArn], alarms: backupAlarms(config) };
  scheduledSnapshots("prod", config, backups);
  amiBackups("prod", config, backups);
  return {
    url: `https://${domainName}`,
    vpcId: vpc.vpcId,
    staticAddresses: front.elasticIpAddresses,
    autoScalingGroupName: fleet.autoScalingGroupName,
  };
}
