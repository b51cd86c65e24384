import {
  ApplicationLoadBalancer,
  LoadBalancerType,
  NetworkLoadBalancer,
  NetworkProtocol,
  TargetGroup,
} from "@groundwork/load-balancing";
import * as pulumi from "@pulumi/pulumi";

const owner = new pulumi.Config("owner");
const place = { vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"], deletionProtection: false };
const certificate = { certificateArn: "arn:aws:acm:eu-central-1:123456789012:certificate/shared" };

const shared = new ApplicationLoadBalancer("shared", {
  ...place,
  ...(owner.getBoolean("internal") ? { internal: true, sources: {} } : {}),
  certificate,
  ipamPoolId: owner.get("pool") === "none" ? undefined : owner.get("pool"),
  listeners: [
    {
      port: 443,
      defaultAction: { fixedResponse: { statusCode: 404 } },
      rules: [
        {
          name: "alive",
          conditions: { paths: ["/alive"] },
          action: { fixedResponse: { statusCode: 200 } },
          priority: 1,
        },
      ],
    },
  ],
  priorityBands: {
    orders: { from: 1000, to: 1999 },
    payments: { from: 2000, to: 2999 },
    ordersLater: { from: 10000, to: 10999 },
    ...(owner.getBoolean("third") ? { search: { from: 3000, to: 3999 } } : {}),
  },
});

const trusts = owner.getBoolean("trusts") ?? false;
new NetworkLoadBalancer("edge", {
  ...place,
  subnetIds: (owner.get("edgeSubnets") ?? place.subnetIds.join()).split(","),
  certificate,
  targetGroups: { app: { port: 8443 } },
  listeners: [
    {
      port: 443,
      protocol: NetworkProtocol.Tls,
      ...(trusts ? { mutualTls: { caBundle: { bucket: "pki", key: "ca.pem" } } } : {}),
    },
  ],
  endpointService: {
    allowedPrincipals: owner
      .require("principals")
      .split(",")
      .map((account) => `arn:aws:iam::${account}:root`),
  },
});

/** For whoever's listener forwards to it. */
export const lent = new TargetGroup("lent", {
  loadBalancerType: LoadBalancerType.Application,
  vpcId: place.vpcId,
  targetGroup: { port: owner.getNumber("lentPort") ?? 8080 },
}).targetGroupArn;

export const { dnsName, hostedZoneId, securityGroupId, priorityBands } = shared;
export const listenerArn = shared.listenerArns["443"];
export const vpcId = place.vpcId;
