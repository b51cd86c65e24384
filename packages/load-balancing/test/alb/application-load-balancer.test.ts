import * as assert from "node:assert/strict";
import { find, mistakes, names, record, waitsFor } from "@groundwork/core/testing";
import { ApplicationAddressType, ApplicationProtocol, DesyncMode, ForwardedForMode } from "@groundwork/load-balancing";
import * as pulumi from "@pulumi/pulumi";
import { arn, CALLER, CERTIFICATE, web } from "../balancers";

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

describe("ApplicationLoadBalancer", () => {
  it("makes these resources by default, because each is part of a safe load balancer", async () => {
    const resources = await record(() => web());
    assert.deepEqual(resources.map(({ type, name }) => `${type.split(":").pop()} ${name}`).sort(), [
      "ApplicationLoadBalancer web",
      "Bucket web-log-bucket",
      "BucketLifecycleConfiguration web-log-bucket-lifecycle",
      "BucketPolicy web-log-bucket-policy",
      "BucketPublicAccessBlock web-log-bucket-public-access-block",
      "BucketServerSideEncryptionConfiguration web-log-bucket-encryption",
      "Listener web-443-listener",
      "Listener web-80-listener",
      "LoadBalancer web-load-balancer",
      "SecurityGroup web-security-group",
      "SecurityGroupEgressRule web-egress-tcp-8443-anywhere-ipv4",
      "SecurityGroupIngressRule web-ingress-tcp-443-anywhere-ipv4",
      "SecurityGroupIngressRule web-ingress-tcp-80-anywhere-ipv4",
      "TargetGroup web-app-target-group",
    ]);
  });

  it("hardens the load balancer by default", async () => {
    const { inputs } = find(await record(() => web()), "aws:lb/loadBalancer:LoadBalancer");
    assert.deepEqual(inputs, {
      loadBalancerType: "application",
      internal: false,
      ipAddressType: "ipv4",
      subnets: ["subnet-1", "subnet-2"],
      securityGroups: ["web-security-group-id"],
      enableDeletionProtection: true,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
      xffHeaderProcessingMode: "append",
      enableXffClientPort: false,
      preserveHostHeader: false,
      enableTlsVersionAndCipherSuiteHeaders: false,
      enableHttp2: true,
      idleTimeout: 60,
      clientKeepAlive: 3600,
      enableZonalShift: true,
      enableWafFailOpen: false,
      accessLogs: { bucket: "web-log-bucket", prefix: "access", enabled: true },
      connectionLogs: { bucket: "web-log-bucket", prefix: "connections", enabled: true },
      healthCheckLogs: { bucket: "web-log-bucket", prefix: "health-checks", enabled: true },
      tags: { Name: "web" },
    });
  });

  it("speaks HTTPS and sends HTTP there, for good", async () => {
    const resources = await record(() => web());
    const listener = "aws:lb/listener:Listener";
    assert.deepEqual(find(resources, listener, "web-443-listener").inputs, {
      loadBalancerArn: "arn:of:web-load-balancer",
      port: 443,
      protocol: "HTTPS",
      certificateArn: CERTIFICATE,
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      mutualAuthentication: { mode: "off" },
      routingHttpResponseServerEnabled: true,
      defaultActions: [{ type: "forward", targetGroupArn: "arn:of:web-app-target-group" }],
    });
    assert.deepEqual(find(resources, listener, "web-80-listener").inputs, {
      loadBalancerArn: "arn:of:web-load-balancer",
      port: 80,
      protocol: "HTTP",
      routingHttpResponseServerEnabled: true,
      defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
    });
  });

  it("opens the listeners' ports to the sources and the targets' ports to the destinations, rule by rule", async () => {
    const resources = await record(() =>
      web({
        sources: { office: { cidrIpv4: "192.0.2.0/24" }, edge: { prefixListId: "pl-1" } },
        destinations: { vpc: { cidrIpv4: "10.0.0.0/16" } },
        targetGroups: { app: { port: 8443, healthCheck: { port: 9000 } } },
      }),
    );
    assert.deepEqual(find(resources, "aws:ec2/securityGroup:SecurityGroup").inputs, {
      description: "Load balancer web",
      vpcId: "vpc-1",
      tags: { Name: "web" },
    });
    assert.deepEqual(names(resources, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), [
      "web-ingress-tcp-443-office",
      "web-ingress-tcp-443-edge",
      "web-ingress-tcp-80-office",
      "web-ingress-tcp-80-edge",
    ]);
    const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    assert.deepEqual(names(resources, egress), ["web-egress-tcp-8443-vpc", "web-egress-tcp-9000-vpc"]);
    assert.deepEqual(find(resources, egress, "web-egress-tcp-8443-vpc").inputs, {
      securityGroupId: "web-security-group-id",
      description: "Targets, to vpc",
      ipProtocol: "tcp",
      fromPort: 8443,
      toPort: 8443,
      cidrIpv4: "10.0.0.0/16",
      tags: { Name: "web-egress-tcp-8443-vpc" },
    });
  });

  it("takes its public addresses from an IPAM pool", async () => {
    const { inputs } = find(await record(() => web({ ipamPoolId: "ipam-pool-1" })), LOAD_BALANCER);
    assert.deepEqual(inputs["ipamPools"], { ipv4IpamPoolId: "ipam-pool-1" });
  });

  it("refuses an IPAM pool where there are no public IPv4 addresses to take from it", async () => {
    const problem =
      'ipamPoolId is "ipam-pool-1", but must be left out when internal and with ipAddressType ' +
      '"dualstack-without-public-ipv4"; remove it: the load balancer has no public IPv4 addresses.';
    for (const change of [
      { internal: true, sources: {} },
      { ipAddressType: ApplicationAddressType.DualstackWithoutPublicIpv4 },
    ]) {
      assert.deepEqual(await mistakes(() => web({ ipamPoolId: "ipam-pool-1", ...change })), [problem]);
    }
  });

  it("lets IPv6 clients in when it speaks IPv6", async () => {
    const resources = await record(() => web({ ipAddressType: ApplicationAddressType.Dualstack }));
    const rule = find(
      resources,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      "web-ingress-tcp-443-anywhere-ipv6",
    );
    assert.equal(rule.inputs["cidrIpv6"], "::/0");
  });

  it("uses security groups that exist and adds no rule to them", async () => {
    const resources = await record(() => web({ securityGroupIds: ["sg-1"] }), CALLER);
    assert.deepEqual(find(resources, "aws:lb/loadBalancer:LoadBalancer").inputs["securityGroups"], ["sg-1"]);
    assert.equal(resources.filter(({ type }) => /[sS]ecurityGroup/.test(type)).length, 0);
  });

  it("hands out a target group's ARN that waits for the listeners, without which no target becomes healthy", async () => {
    const resources = await record(() => {
      const consumer = new pulumi.ComponentResource("test:index:Consumer", "consumer", {
        arn: web().targetGroupArn("app"),
      });
      return consumer;
    });
    const arn = find(resources, "test:index:Consumer").inputs["arn"];
    assert.equal(arn, "arn:of:web-app-target-group");
    const position = (name: string) => resources.findIndex((resource) => resource.name === name);
    assert.ok(position("consumer") > position("web-443-listener"));
    assert.deepEqual(waitsFor(find(resources, "test:index:Consumer"), "arn"), [
      "web-443-listener",
      "web-80-listener",
      "web-app-target-group",
    ]);
  });

  it("has its web ACL once it serves and before it is led to, and lets go of the old one first", async () => {
    const webAclArn = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/1";
    const aliases = [{ name: "www.example.com", hostedZoneId: "Z1" }];
    const resources = await record(
      () =>
        new pulumi.ComponentResource("test:index:Consumer", "consumer", {
          arn: web({ webAclArn, aliases }).loadBalancerArn,
        }),
    );
    const association = find(resources, "aws:wafv2/webAclAssociation:WebAclAssociation");
    assert.ok(association.deleteBeforeReplace);
    assert.ok(waitsFor(association).includes("web-443-listener"));
    assert.ok(waitsFor(find(resources, "aws:route53/record:Record")).includes("web-web-acl-association"));
    const consumer = find(resources, "test:index:Consumer");
    assert.ok(resources.indexOf(consumer) > resources.indexOf(association));
    assert.ok(!waitsFor(consumer, "arn").includes("web-web-acl-association"), "it would be deleted with the old one");
  });

  it("gives out all of its security groups", async () => {
    const resources = await record(
      () =>
        new pulumi.ComponentResource("test:index:Consumer", "consumer", {
          ids: web({ securityGroupIds: ["sg-1", "sg-2"] }).securityGroupIds,
        }),
      CALLER,
    );
    assert.deepEqual(find(resources, "test:index:Consumer").inputs["ids"], ["sg-1", "sg-2"]);
  });

  it("refuses to hand out a target group that is not there", async () => {
    await record(() => {
      const balancer = web();
      assert.throws(() => balancer.targetGroupArn("ap"), {
        message: 'ApplicationLoadBalancer: target group "ap" does not exist, the keys are: app; pass one of them.',
      });
    });
  });

  it("refuses one zone, because its failure would be an outage", async () => {
    assert.deepEqual(await mistakes(() => web({ subnetIds: ["subnet-1"] })), [
      'subnetIds is ["subnet-1"], but must be subnets in at least 2 zones; ' +
        "add a subnet of another zone, so that the load balancer outlives a zone.",
    ]);
  });

  it("refuses an HTTPS listener without a certificate", async () => {
    assert.deepEqual(await mistakes(() => web({ certificate: undefined })), [
      "the default listener on 443.certificate is missing, but must be a certificate, here or on the load balancer; " +
        "pass certificate: { certificateArn } or { domainName, hostedZoneId }.",
    ]);
  });

  it("refuses to forward unencrypted requests unless that is said aloud", async () => {
    const listeners = [{ port: 80, protocol: ApplicationProtocol.Http, defaultAction: { forward: "app" } }];
    assert.deepEqual(await mistakes(() => web({ listeners })), [
      "listeners[0].allowUnencrypted is missing, but must be true on an HTTP listener that forwards; " +
        "redirect to HTTPS instead, or say that requests may travel unencrypted.",
    ]);
    const resources = await record(() =>
      web({ listeners: listeners.map((listener) => ({ ...listener, allowUnencrypted: true })) }),
    );
    assert.equal(names(resources, "aws:lb/listener:Listener").length, 1);
  });

  it("refuses rules beside security groups that exist, because the two would overwrite each other", async () => {
    const change = { securityGroupIds: ["sg-1"], sources: { all: { cidrIpv4: "0.0.0.0/0" } } };
    assert.deepEqual(await mistakes(() => web(change)), [
      'sources is {"all":{"cidrIpv4":"0.0.0.0/0"}}, but must be left out beside securityGroupIds: ' +
        "rules inside a group and rules beside it overwrite each other; " +
        "put the rules where those groups are made, or leave securityGroupIds out.",
    ]);
  });

  it("attaches a web ACL and lets requests past it only if told", async () => {
    const webAclArn = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/1";
    const resources = await record(() => web({ webAclArn, allowRequestsWithoutWaf: true }));
    assert.deepEqual(find(resources, "aws:wafv2/webAclAssociation:WebAclAssociation").inputs, {
      resourceArn: arn("web-load-balancer"),
      webAclArn,
    });
    assert.equal(find(resources, LOAD_BALANCER).inputs["enableWafFailOpen"], true);
    assert.deepEqual(await mistakes(() => web({ allowRequestsWithoutWaf: true })), [
      "allowRequestsWithoutWaf is true, but must be left out without webAclArn; pass the web ACL or remove this.",
    ]);
  });

  it("passes on every other attribute", async () => {
    const { inputs } = find(
      await record(() =>
        web({
          deletionProtection: false,
          dropInvalidHeaders: false,
          desyncMode: DesyncMode.Strictest,
          forwardedForMode: ForwardedForMode.Preserve,
          forwardedForClientPort: true,
          preserveHostHeader: true,
          tlsHeaders: true,
          http2: false,
          idleTimeoutSeconds: 120,
          clientKeepAliveSeconds: 60,
          zonalShift: false,
          capacityUnits: 500,
          ipAddressType: ApplicationAddressType.DualstackWithoutPublicIpv4,
        }),
      ),
      LOAD_BALANCER,
    );
    const expected = {
      enableDeletionProtection: false,
      dropInvalidHeaderFields: false,
      desyncMitigationMode: DesyncMode.Strictest,
      xffHeaderProcessingMode: "preserve",
      enableXffClientPort: true,
      preserveHostHeader: true,
      enableTlsVersionAndCipherSuiteHeaders: true,
      enableHttp2: false,
      idleTimeout: 120,
      clientKeepAlive: 60,
      enableZonalShift: false,
      minimumLoadBalancerCapacity: { capacityUnits: 500 },
      ipAddressType: ApplicationAddressType.DualstackWithoutPublicIpv4,
    };
    for (const [key, value] of Object.entries(expected)) {
      assert.deepEqual(inputs[key], value, key);
    }
  });
});
