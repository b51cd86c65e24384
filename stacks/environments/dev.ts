import type * as pulumi from "@pulumi/pulumi";
import { ApplicationLoadBalancer, ApplicationProtocol } from "@groundwork/load-balancing";
import { type WorkloadConfig } from "../config/shapes";
import { sourcedAmi } from "../parts/image-source";
import { network } from "../parts/network";
import { backupTag, scheduledSnapshots } from "../parts/scheduled-snapshots";
import { statusFunction } from "../parts/status-function";
import { volumeKey } from "../parts/volume-key";
import { webFleet } from "../parts/web-fleet";
import { fleetsOf, webTargets } from "../parts/web-targets";

/** Development: one small fleet, beside a function that answers `/status`; everything can be destroyed. */
export function dev(config: WorkloadConfig): Record<string, pulumi.Input<unknown>> {
  const { place, tags } = config;
  const { domainName, hostedZoneId } = config.loadBalancer;
  const key = volumeKey("dev", config, { protectKey: false });
  const vpc = network("dev", config);
  const amiId = sourcedAmi("dev", config);
  const fleet = webFleet("dev-web", config, { amiId, vpc, key, volumeTags: backupTag("dev") });
  const loadBalancer = new ApplicationLoadBalancer(
    "dev",
    {
      place,
      vpcId: vpc.vpcId,
      subnetIds: vpc.publicSubnetIds,
      domain: { name: domainName, hostedZoneId },
      targetGroups: { web: webTargets("web", fleet), status: { lambdaTarget: statusFunction("dev-status", config) } },
      destinations: { network: { cidrIpv4: config.network.cidr } },
      listeners: [
        {
          port: 443,
          defaultAction: { forward: "web" },
          rules: [{ name: "status", conditions: { paths: ["/status"] }, action: { forward: "status" } }],
        },
        { port: 80, protocol: ApplicationProtocol.Http },
      ],
      deletionProtection: false,
      logs: { deleteLogsWithBucket: true, retentionDays: 30 },
      tags,
    },
    fleetsOf("dev", { web: fleet }),
  );
  scheduledSnapshots("dev", config, { protectPolicy: false });
  return {
    url: `https://${domainName}`,
    vpcId: vpc.vpcId,
    loadBalancerDnsName: loadBalancer.dnsName,
    autoScalingGroupName: fleet.autoScalingGroupName,
  };
}
