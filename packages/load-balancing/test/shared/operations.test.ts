import * as assert from "node:assert/strict";
import { ApplicationAddressType, DesyncMode, ForwardedForMode, NetworkLoadBalancer } from "@groundwork/load-balancing";
import * as pulumi from "@pulumi/pulumi";
import { arn, CALLER, web } from "../balancers";
import { find, mistakes, names, record, waitsFor } from "@groundwork/core/testing";

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const RECORD = "aws:route53/record:Record";

describe("logs", () => {
  it("go to a bucket that is encrypted with SSE-S3, admits AWS's writer alone and exists before the load balancer", async () => {
    const resources = await record(() => web());
    const encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    assert.deepEqual(find(resources, encryption).inputs["rules"], [
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ]);
    const policy = find(resources, "aws:s3/bucketPolicy:BucketPolicy");
    assert.deepEqual(JSON.parse(policy.inputs["policy"] as string), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "WriteLogs",
          Effect: "Allow",
          Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: "arn:aws:s3:::web-log-bucket/*/AWSLogs/111122223333/*",
        },
        {
          Sid: "EncryptedTransportOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: ["arn:aws:s3:::web-log-bucket", "arn:aws:s3:::web-log-bucket/*"],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
    const balancer = find(resources, LOAD_BALANCER);
    for (const input of ["accessLogs", "connectionLogs", "healthCheckLogs"]) {
      assert.deepEqual(waitsFor(balancer, input), ["web-log-bucket-policy"]);
    }
  });

  it("find out the account where no security group of ours tells it", async () => {
    const resources = await record(() => web({ securityGroupIds: ["sg-1"] }), CALLER);
    const policy = find(resources, "aws:s3/bucketPolicy:BucketPolicy").inputs["policy"] as string;
    assert.match(policy, /AWSLogs\/999900001111/);
  });

  it("go to a bucket that exists, or nowhere, if told so", async () => {
    const given = await record(() => web({ logs: { bucketName: "logs", connections: false, healthChecks: false } }));
    const { inputs } = find(given, LOAD_BALANCER);
    assert.deepEqual(inputs["accessLogs"], { bucket: "logs", prefix: "access", enabled: true });
    assert.equal(inputs["connectionLogs"], undefined);
    assert.equal(inputs["healthCheckLogs"], undefined);
    assert.deepEqual(names(given, "aws:s3/bucket:Bucket"), []);
    const none = await record(() => web({ logs: { access: false, connections: false, healthChecks: false } }));
    assert.deepEqual(names(none, "aws:s3/bucket:Bucket"), []);
  });

  it("are kept for as long as told, and go with the bucket only if told", async () => {
    const resources = await record(() => web({ logs: { retentionDays: 30, deleteLogsWithBucket: true } }));
    const lifecycle = find(resources, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
    assert.deepEqual(lifecycle.inputs["rules"], [
      { id: "expire", status: "Enabled", filter: {}, expiration: { days: 30 } },
    ]);
    assert.equal(find(resources, "aws:s3/bucket:Bucket").inputs["forceDestroy"], true);
  });

  it("refuse a retention on a bucket of others, and none at all", async () => {
    assert.deepEqual(await mistakes(() => web({ logs: { bucketName: "logs", retentionDays: 0 } })), [
      "logs.retentionDays is 0, but must be a whole number from 1 to 3650 days; pass a number in that range.",
      "logs.retentionDays is 0, but must be left out beside bucketName; set it on that bucket.",
    ]);
  });
});

describe("alarms", () => {
  it("watch errors, rejected connections, slow answers and unhealthy targets", async () => {
    const resources = await record(() => web({ alarms: { actionArns: ["arn:aws:sns:x"] } }));
    assert.deepEqual(names(resources, ALARM).sort(), [
      "web-balancer-5xx-alarm",
      "web-latency-app-alarm",
      "web-rejected-alarm",
      "web-target-5xx-alarm",
      "web-unhealthy-app-alarm",
    ]);
    const LoadBalancer = "app/web-load-balancer/1";
    assert.deepEqual(find(resources, ALARM, "web-latency-app-alarm").inputs, {
      alarmDescription: "web: targets of app answer slowly",
      namespace: "AWS/ApplicationELB",
      metricName: "TargetResponseTime",
      dimensions: { LoadBalancer, TargetGroup: "targetgroup/web-app-target-group/1" },
      extendedStatistic: "p99",
      period: 60,
      evaluationPeriods: 3,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 2,
      treatMissingData: "notBreaching",
      alarmActions: ["arn:aws:sns:x"],
      okActions: ["arn:aws:sns:x"],
      tags: { Name: "web-latency-app" },
    });
    const shown = ["target-5xx", "balancer-5xx", "rejected", "unhealthy-app"].map((role) => {
      const { metricName, statistic, threshold, dimensions } = find(resources, ALARM, `web-${role}-alarm`).inputs;
      return [metricName, statistic, threshold, dimensions];
    });
    assert.deepEqual(shown, [
      ["HTTPCode_Target_5XX_Count", "Sum", 10, { LoadBalancer }],
      ["HTTPCode_ELB_5XX_Count", "Sum", 10, { LoadBalancer }],
      ["RejectedConnectionCount", "Sum", 1, { LoadBalancer }],
      ["UnHealthyHostCount", "Maximum", 1, { LoadBalancer, TargetGroup: "targetgroup/web-app-target-group/1" }],
    ]);
  });

  it("leave out the health of a function that is not checked", async () => {
    const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:app";
    const resources = await record(() => web({ targetGroups: { app: { lambdaTarget: { functionArn } } }, alarms: {} }));
    assert.ok(!names(resources, ALARM).includes("web-unhealthy-app-alarm"));
  });

  it("of a Network Load Balancer watch what it has", async () => {
    const edge = {
      vpcId: "vpc-1",
      subnetIds: ["subnet-1", "subnet-2"],
      targetGroups: { app: { port: 1 } },
      listeners: [{ port: 1 }],
    };
    const resources = await record(() => new NetworkLoadBalancer("edge", { ...edge, alarms: { minutes: 5 } }));
    assert.deepEqual(names(resources, ALARM), ["edge-rejected-alarm", "edge-unhealthy-app-alarm"]);
    const { namespace, metricName, evaluationPeriods } = find(resources, ALARM, "edge-rejected-alarm").inputs;
    assert.deepEqual([namespace, metricName, evaluationPeriods], ["AWS/NetworkELB", "RejectedFlowCount", 5]);
    const alarms = { latencyMilliseconds: 100 };
    assert.deepEqual(await mistakes(() => new NetworkLoadBalancer("edge", { ...edge, alarms })), [
      "alarms.latencyMilliseconds is 100, but must be left out: it belongs to an Application Load Balancer; remove it.",
    ]);
  });
});

describe("names and protection", () => {
  it("lead to the load balancer, by IPv6 too where it speaks it", async () => {
    const aliases = [{ name: "www.example.com", hostedZoneId: "Z2" }];
    const resources = await record(() => web({ aliases, ipAddressType: ApplicationAddressType.Dualstack }));
    assert.deepEqual(names(resources, RECORD), ["web-alias-www.example.com-A", "web-alias-www.example.com-AAAA"]);
    assert.deepEqual(find(resources, RECORD, "web-alias-www.example.com-A").inputs, {
      zoneId: "Z2",
      name: "www.example.com",
      type: "A",
      aliases: [{ name: "web-load-balancer.elb.amazonaws.com", zoneId: "Z1", evaluateTargetHealth: true }],
    });
    assert.equal(names(await record(() => web({ aliases })), RECORD).length, 1);
  });

  it("attach a web ACL and let requests past it only if told", async () => {
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

  it("pass on every other attribute", async () => {
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

  it("take subnets that are known only at deployment", async () => {
    const resources = await record(() => web({ subnetIds: pulumi.output(["subnet-1", "subnet-2"]) }));
    assert.deepEqual(find(resources, LOAD_BALANCER).inputs["subnets"], ["subnet-1", "subnet-2"]);
  });

  it("refuse a name that AWS refuses, and an internal load balancer that does not say who may connect", async () => {
    assert.deepEqual(
      await mistakes(
        () =>
          new NetworkLoadBalancer("my_edge", {
            vpcId: "vpc-1",
            subnetIds: ["subnet-1", "subnet-2"],
            internal: true,
            targetGroups: { app: { port: 1 } },
            listeners: [{ port: 1 }],
          }),
      ),
      [
        'name is "my_edge", but must be letters and digits, joined by single hyphens, and not start with "internal-"; ' +
          "rename it: AWS names the resources after it.",
        "sources is missing, but must be who may connect to an internal load balancer; " +
          "pass the ranges or groups, or {} behind a Network Load Balancer.",
      ],
    );
  });

  it("refuse chosen names that are over 32 characters after Pulumi's suffix, of the balancer and of a target group", async () => {
    const chosen = "a-name-of-25-characters12";
    const limit = "at most 24 characters, the 32 that AWS takes less the 8 of Pulumi's suffix; choose a shorter name.";
    assert.deepEqual(
      await mistakes(
        () =>
          new NetworkLoadBalancer(chosen, {
            vpcId: "vpc-1",
            subnetIds: ["subnet-1", "subnet-2"],
            targetGroups: { [chosen]: { port: 1 } },
            listeners: [{ port: 1 }],
          }),
      ),
      [`name is "${chosen}", but must be ${limit}`, `targetGroups.${chosen} is "${chosen}", but must be ${limit}`],
    );
  });

  it("refuse a source that is two things, or nothing", async () => {
    const sources = { both: { cidrIpv4: "10.0.0.0/8", prefixListId: "pl-1" } };
    assert.deepEqual(await mistakes(() => web({ sources })), [
      'sources.both is {"cidrIpv4":"10.0.0.0/8","prefixListId":"pl-1"}, but must be exactly one of cidrIpv4, cidrIpv6, ' +
        "prefixListId, securityGroupId; make one entry for each range, prefix list or group.",
    ]);
  });
});
