import * as assert from "node:assert/strict";
import { find, names, record, waitsFor } from "@groundwork/core/testing";
import {
  AlpnPolicy,
  ClientRouting,
  NetworkAddressType,
  NetworkProtocol,
  TargetProtocol,
  TargetType,
} from "@groundwork/load-balancing";
import * as pulumi from "@pulumi/pulumi";
import { CALLER, CERTIFICATE, edge } from "../balancers";

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const LISTENER = "aws:lb/listener:Listener";
const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
const ATTACHMENT = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
const EIP = "aws:ec2/eip:Eip";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

describe("NetworkLoadBalancer", () => {
  it("has a log bucket only with a TLS listener, because AWS logs nothing else", async () => {
    const bucket = "aws:s3/bucket:Bucket";
    assert.deepEqual(names(await record(() => edge()), bucket), []);
    const listeners = [{ port: 443, protocol: NetworkProtocol.Tls }];
    const tls = await record(() => edge({ certificate: { certificateArn: CERTIFICATE }, listeners }));
    assert.deepEqual(names(tls, bucket), ["edge-log-bucket"]);
  });

  it("always has a security group, because none can be added later, and PrivateLink passes its rules", async () => {
    const resources = await record(() => edge());
    assert.deepEqual(find(resources, LOAD_BALANCER).inputs, {
      loadBalancerType: "network",
      internal: false,
      ipAddressType: "ipv4",
      subnets: ["subnet-1", "subnet-2"],
      securityGroups: ["edge-security-group-id"],
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "on",
      enableCrossZoneLoadBalancing: true,
      dnsRecordClientRoutingPolicy: "any_availability_zone",
      enableDeletionProtection: true,
      enableZonalShift: true,
      secondaryIpsAutoAssignedPerSubnet: 0,
      tags: { Name: "edge" },
    });
    assert.deepEqual(find(resources, LISTENER).inputs, {
      loadBalancerArn: "arn:of:edge-load-balancer",
      port: 5432,
      protocol: "TCP",
      tcpIdleTimeoutSeconds: 350,
      defaultActions: [{ type: "forward", targetGroupArn: "arn:of:edge-app-target-group" }],
    });
    assert.deepEqual(find(resources, TARGET_GROUP).inputs, {
      targetType: "instance",
      port: 5432,
      protocol: "TCP",
      vpcId: "vpc-1",
      ipAddressType: "ipv4",
      stickiness: { enabled: false, type: "source_ip" },
      deregistrationDelay: 300,
      loadBalancingCrossZoneEnabled: "use_load_balancer_configuration",
      targetGroupHealth: {
        dnsFailover: { minimumHealthyTargetsCount: "1", minimumHealthyTargetsPercentage: "off" },
        unhealthyStateRouting: { minimumHealthyTargetsCount: 1, minimumHealthyTargetsPercentage: "off" },
      },
      preserveClientIp: "true",
      proxyProtocolV2: false,
      connectionTermination: false,
      targetHealthStates: [{ enableUnhealthyConnectionTermination: true, unhealthyDrainingInterval: 0 }],
      healthCheck: {
        enabled: true,
        protocol: "TCP",
        port: "traffic-port",
        interval: 15,
        timeout: 5,
        healthyThreshold: 3,
        unhealthyThreshold: 3,
      },
      tags: { Name: "edge-app" },
    });
  });

  it("has static addresses, one for each subnet, that survive reordering", async () => {
    const resources = await record(() => edge({ elasticIps: true }));
    assert.deepEqual(names(resources, EIP), ["edge-elastic-ip-subnet-1", "edge-elastic-ip-subnet-2"]);
    assert.equal(find(resources, EIP, "edge-elastic-ip-subnet-1").protect, true, "others have it in their allow-lists");
    const loose = await record(() => edge({ elasticIps: true, protectElasticIps: false }));
    assert.equal(find(loose, EIP, "edge-elastic-ip-subnet-1").protect, false);
    const balancer = find(resources, LOAD_BALANCER);
    assert.equal(balancer.inputs["subnets"], undefined);
    assert.deepEqual(waitsFor(balancer, "subnetMappings"), ["edge-elastic-ip-subnet-1", "edge-elastic-ip-subnet-2"]);
    const own = [
      { subnetId: "subnet-1", allocationId: "eipalloc-1" },
      { subnetId: "subnet-2", allocationId: "eipalloc-2" },
    ];
    const mapped = await record(() => edge({ subnetIds: undefined, subnetMappings: own }));
    assert.deepEqual(find(mapped, LOAD_BALANCER).inputs["subnetMappings"], own);
  });

  it("ends TLS with a certificate and a policy that speaks 1.2 and 1.3", async () => {
    const listeners = [{ port: 443, protocol: NetworkProtocol.Tls, alpnPolicy: AlpnPolicy.Http2Preferred }];
    const { inputs } = find(
      await record(() => edge({ certificate: { certificateArn: CERTIFICATE }, listeners })),
      LISTENER,
    );
    assert.equal(inputs["certificateArn"], CERTIFICATE);
    assert.equal(inputs["sslPolicy"], "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
    assert.equal(inputs["alpnPolicy"], "HTTP2Preferred");
  });

  it("opens UDP and, for health checks, TCP where it forwards UDP", async () => {
    const resources = await record(() =>
      edge({
        targetGroups: { app: { port: 53, protocol: TargetProtocol.Udp } },
        listeners: [{ port: 53, protocol: NetworkProtocol.Udp }],
      }),
    );
    assert.deepEqual(names(resources, INGRESS), ["edge-ingress-udp-53-anywhere-ipv4"]);
    assert.deepEqual(names(resources, EGRESS), [
      "edge-egress-udp-53-anywhere-ipv4",
      "edge-egress-tcp-53-anywhere-ipv4",
    ]);
  });

  it("has no security group with QUIC, which AWS does not allow together", async () => {
    const app = {
      port: 443,
      protocol: TargetProtocol.Quic,
      targetType: TargetType.Ip,
      targets: { one: { id: "10.0.0.1", quicServerId: "0x1a2b3c4d5e6f7a8b" } },
    };
    const listeners = [{ port: 443, protocol: NetworkProtocol.Quic }];
    const resources = await record(() => edge({ targetGroups: { app }, listeners }), CALLER);
    const { inputs } = find(resources, LOAD_BALANCER);
    assert.deepEqual(inputs["securityGroups"], []);
    assert.equal(inputs["enforceSecurityGroupInboundRulesOnPrivateLinkTraffic"], undefined);
    assert.equal(resources.filter(({ type }) => /[sS]ecurityGroup/.test(type)).length, 0);
    assert.equal(find(resources, ATTACHMENT).inputs["quicServerId"], "0x1a2b3c4d5e6f7a8b");
  });

  it("shares out connections by weight, without the stickiness that only Application Load Balancers have", async () => {
    const targets = [
      { targetGroup: "blue", weight: 90 },
      { targetGroup: "green", weight: 10 },
    ];
    const resources = await record(() =>
      edge({
        targetGroups: { blue: { port: 5432 }, green: { port: 5432 } },
        listeners: [{ port: 5432, weightedForward: { targets } }],
      }),
    );
    assert.deepEqual(find(resources, LISTENER).inputs["defaultActions"], [
      {
        type: "forward",
        forward: {
          targetGroups: [
            { arn: "arn:of:edge-blue-target-group", weight: 90 },
            { arn: "arn:of:edge-green-target-group", weight: 10 },
          ],
        },
      },
    ]);
  });

  it("passes on every attribute of its target groups", async () => {
    const resources = await record(() =>
      edge({
        targetGroups: {
          app: {
            port: 5432,
            stickiness: { sourceIp: true },
            preserveClientIp: false,
            proxyProtocolV2: true,
            connectionTermination: true,
            deregistrationDelaySeconds: 30,
            unhealthyConnectionTermination: false,
            unhealthyDrainingSeconds: 60,
          },
        },
      }),
    );
    const { inputs } = find(resources, TARGET_GROUP);
    assert.deepEqual(inputs["stickiness"], { enabled: true, type: "source_ip" });
    assert.equal(inputs["preserveClientIp"], "false");
    assert.equal(inputs["proxyProtocolV2"], true);
    assert.equal(inputs["connectionTermination"], true);
    assert.equal(inputs["deregistrationDelay"], 30);
    assert.deepEqual(inputs["targetHealthStates"], [
      { enableUnhealthyConnectionTermination: false, unhealthyDrainingInterval: 60 },
    ]);
  });

  it("passes on every other attribute", async () => {
    const { inputs } = find(
      await record(() =>
        edge({
          ipAddressType: NetworkAddressType.Dualstack,
          ipv6SourceNatPrefix: true,
          secondaryAddresses: 2,
          crossZone: false,
          clientRouting: ClientRouting.OwnZone,
          deletionProtection: false,
          zonalShift: false,
          capacityUnits: 5500,
          allowPrivateLinkPastSecurityGroup: true,
          tags: { team: "shop" },
        }),
      ),
      LOAD_BALANCER,
    );
    const expected = {
      ipAddressType: "dualstack",
      enablePrefixForIpv6SourceNat: "on",
      secondaryIpsAutoAssignedPerSubnet: 2,
      enableCrossZoneLoadBalancing: false,
      dnsRecordClientRoutingPolicy: "availability_zone_affinity",
      enableDeletionProtection: false,
      enableZonalShift: false,
      minimumLoadBalancerCapacity: { capacityUnits: 5500 },
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "off",
      tags: { Name: "edge", team: "shop" },
    };
    for (const [key, value] of Object.entries(expected)) {
      assert.deepEqual(inputs[key], value, key);
    }
  });

  it("offers itself by PrivateLink to everyone who is accepted, or to all of those allowed; what is unknown is AWS's", async () => {
    const services = [
      { allowedPrincipals: ["*"], acceptAutomatically: false },
      { allowedPrincipals: ["arn:aws:iam::444455556666:root"], acceptAutomatically: true },
      { allowedPrincipals: pulumi.output(["*"]), acceptAutomatically: true },
      { allowedPrincipals: ["*"], acceptAutomatically: pulumi.output(true) },
    ];
    for (const endpointService of services) {
      const resources = await record(() => edge({ endpointService }));
      assert.equal(resources.filter(({ type }) => type === "aws:ec2/vpcEndpointService:VpcEndpointService").length, 1);
    }
  });

  it("offers itself by PrivateLink once it listens, to those allowed and accepted", async () => {
    const endpointService = { allowedPrincipals: ["arn:aws:iam::444455556666:root"], supportedRegions: ["eu-west-3"] };
    const service = find(
      await record(() => edge({ endpointService })),
      "aws:ec2/vpcEndpointService:VpcEndpointService",
    );
    assert.deepEqual(service.inputs, {
      networkLoadBalancerArns: ["arn:of:edge-load-balancer"],
      acceptanceRequired: true,
      allowedPrincipals: ["arn:aws:iam::444455556666:root"],
      supportedRegions: ["eu-west-3"],
      supportedIpAddressTypes: ["ipv4"],
      tags: { Name: "edge" },
    });
    assert.deepEqual(waitsFor(service, "networkLoadBalancerArns"), ["edge-5432-listener", "edge-load-balancer"]);
  });
});
