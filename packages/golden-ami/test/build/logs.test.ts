import * as assert from "node:assert/strict";
import { inputsOf, named, names, type Recorded, waitsFor } from "@groundwork/core/testing";
import { pipelineWith, refusedWith } from "../args";

const BUCKET = "aws:s3/bucket:Bucket";

/** The JSON document in an input. */
function documentIn(resources: Recorded[], name: string): unknown {
  return JSON.parse(inputsOf(resources, name)["policy"] as string);
}

describe("the logs of builds", () => {
  let resources: Recorded[];
  before(async () => {
    resources = await pipelineWith({});
  });

  it("go to a bucket that is encrypted, private and by TLS alone, for 90 days", () => {
    const bucket = "web-ami-log-bucket";
    assert.deepEqual(inputsOf(resources, "web-ami-log-bucket"), {
      forceDestroy: false,
      tags: { Name: "web-ami-logs" },
    });
    assert.deepEqual(inputsOf(resources, "web-ami-log-bucket-encryption"), {
      bucket,
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, bucketKeyEnabled: false }],
    });
    assert.deepEqual(inputsOf(resources, "web-ami-log-bucket-public-access-block"), {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    assert.deepEqual(inputsOf(resources, "web-ami-log-bucket-lifecycle")["rules"], [
      { id: "expire", status: "Enabled", filter: {}, expiration: { days: 90 } },
      { id: "abort", status: "Enabled", filter: {}, abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
    ]);
    assert.deepEqual(documentIn(resources, "web-ami-log-bucket-policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "EncryptedTransportOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: ["arn:aws:s3:::web-ami-log-bucket", "arn:aws:s3:::web-ami-log-bucket/*"],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  it("are named to Image Builder once the bucket is safe and the instances may write there, and nowhere else", () => {
    const infrastructure = named(resources, "web-ami-infrastructure-configuration");
    assert.deepEqual(infrastructure.inputs["logging"], {
      s3Logs: { s3BucketName: "web-ami-log-bucket", s3KeyPrefix: "web" },
    });
    const waits = waitsFor(infrastructure);
    assert.ok(waits.includes("web-ami-log-bucket-policy") && waits.includes("web-ami-build-log-policy"), waits.join());
    assert.deepEqual(documentIn(resources, "web-ami-build-log-policy"), {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::web-ami-log-bucket/web/*" }],
    });
  });

  it("of Image Builder itself go to log groups where it may write as it is", () => {
    assert.deepEqual(inputsOf(resources, "web-ami-pipeline")["loggingConfiguration"], {
      imageLogGroupName: "/aws/imagebuilder/web/images",
      pipelineLogGroupName: "/aws/imagebuilder/web/pipeline",
    });
    assert.deepEqual(inputsOf(resources, "web-ami-images-log-group"), {
      name: "/aws/imagebuilder/web/images",
      retentionInDays: 90,
      tags: { Name: "web-ami-images" },
    });
  });

  it("are kept, encrypted and deleted as the caller wants", async () => {
    const logs = { keyArn: "arn:of:log-key", retentionDays: 365, deleteLogsWithBucket: true, keyPrefix: "builds/web" };
    const kept = await pipelineWith({ logs });
    assert.equal(inputsOf(kept, "web-ami-log-bucket")["forceDestroy"], true);
    assert.deepEqual(inputsOf(kept, "web-ami-log-bucket-encryption")["rules"], [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:of:log-key" },
        bucketKeyEnabled: true,
      },
    ]);
    const { kmsKeyId, retentionInDays } = inputsOf(kept, "web-ami-pipeline-log-group");
    assert.deepEqual([kmsKeyId, retentionInDays], ["arn:of:log-key", 365]);
    assert.deepEqual(documentIn(kept, "web-ami-build-log-policy"), {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::web-ami-log-bucket/builds/web/*" },
        {
          Effect: "Allow",
          Action: ["kms:GenerateDataKey", "kms:Decrypt"],
          Resource: "arn:of:log-key",
          Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
        },
      ],
    });
  });

  it("go to a bucket that exists, and then no other is made", async () => {
    const given = await pipelineWith({ logs: { bucketName: "our-logs" } });
    assert.deepEqual(names(given, BUCKET), []);
    assert.deepEqual(inputsOf(given, "web-ami-infrastructure-configuration")["logging"], {
      s3Logs: { s3BucketName: "our-logs", s3KeyPrefix: "web" },
    });
  });

  it("refuse periods that AWS does not know, and what is another bucket's", async () => {
    const logs = { bucketName: "our-logs", deleteLogsWithBucket: true, retentionDays: 100, keyPrefix: "/builds/" };
    assert.deepEqual(await refusedWith({ logs }), [
      "logs.retentionDays is 100",
      'logs.keyPrefix is "/builds/"',
      "logs.deleteLogsWithBucket is true",
    ]);
  });
});
