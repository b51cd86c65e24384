import * as assert from "node:assert/strict";
import { find, mistakes, names, record, waitsFor } from "@groundwork/core/testing";
import { NetworkProtocol } from "@groundwork/load-balancing";
import { CALLER, CERTIFICATE, edge, web } from "../balancers";

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

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

  it("need no look-up where the place is given, and are let in for its account", async () => {
    const place = { accountId: "111122223333", region: "eu-west-1" };
    const resources = await record(() => web({ place, securityGroupIds: ["sg-1"] }));
    const policy = find(resources, "aws:s3/bucketPolicy:BucketPolicy").inputs["policy"] as string;
    assert.match(policy, /AWSLogs\/111122223333/);
    await assert.rejects(
      record(() => web({ place: { ...place, accountId: "1111" } })),
      /place\.accountId is "1111"/,
    );
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

  it("of a Network Load Balancer come in through a policy for the service that writes them", async () => {
    const listeners = [{ port: 443, protocol: NetworkProtocol.Tls }];
    const resources = await record(() => edge({ certificate: { certificateArn: CERTIFICATE }, listeners }));
    const { inputs } = find(resources, "aws:s3/bucketPolicy:BucketPolicy");
    const policy = JSON.parse(inputs["policy"] as string) as { Statement: unknown[] };
    assert.deepEqual(policy.Statement.slice(0, 2), [
      {
        Sid: "WriteLogs",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::edge-log-bucket/*/AWSLogs/111122223333/*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "111122223333", "s3:x-amz-acl": "bucket-owner-full-control" },
        },
      },
      {
        Sid: "FindBucket",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: "s3:GetBucketAcl",
        Resource: "arn:aws:s3:::edge-log-bucket",
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      },
    ]);
  });
});
