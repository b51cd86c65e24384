import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

export = async () => {
  const dublin = new aws.Provider("dublin", { region: "eu-west-1", defaultTags: { tags: { Team: "other" } } });
  const [region, partition, tags] = [await aws.getRegion(), await aws.getPartition(), await aws.getDefaultTags()];
  const arn = await aws.getArn({ arn: `arn:${partition.partition}:s3:::logs/AWSLogs` });
  const bucket = new aws.s3.Bucket("logs", { bucket: "logs" });

  const secure = await aws.iam.getPolicyDocument({
    statements: [
      {
        sid: "Secure",
        effect: "Deny",
        actions: ["s3:*"],
        resources: ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"],
        principals: [{ type: "*", identifiers: ["*"] }],
        conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
      },
    ],
  });
  const delivery = aws.iam.getPolicyDocumentOutput({
    sourcePolicyDocuments: [secure.json],
    statements: [
      {
        sid: "Delivery",
        actions: ["s3:PutObject"],
        resources: [pulumi.secret("arn:aws:s3:::logs/AWSLogs/*")],
        principals: [
          { type: "AWS", identifiers: [(await aws.elb.getServiceAccount()).arn] },
          { type: "AWS", identifiers: [(await aws.elb.getServiceAccount({ region: "eu-west-1" })).arn] },
          { type: "Service", identifiers: [(await aws.getServicePrincipal({ serviceName: "delivery.logs" })).name] },
        ],
      },
    ],
    overridePolicyDocuments: ['{"Statement":[{"Sid":"Own","Effect":"Deny","Action":"s3:&<>","Resource":"*"}]}'],
  });
  new aws.s3.BucketPolicy("policy", { bucket: bucket.id, policy: delivery.json });
  // What its arguments leave unknown is unknown.
  new aws.iam.Policy("later", {
    policy: aws.iam.getPolicyDocumentOutput({ statements: [{ actions: ["s3:*"], resources: [bucket.arn] }] }).json,
  });
  new aws.sns.Topic("topic", {
    displayName: region.description,
    tags: {
      ...tags.tags,
      Other: (await aws.getDefaultTags({}, { provider: dublin })).tags["Team"] ?? "",
      Region: (await aws.getRegion({}, { provider: dublin })).endpoint,
      Own: (await aws.getRegion({ region: "us-east-1" }, { provider: dublin })).description,
      Resource: arn.resource,
      Built: await aws.arnBuild("aws", "iam", "", "123456789012", "role/path/name"),
      Trimmed: aws.trimIamRolePathOutput("arn:aws:iam::123456789012:role/path/name"),
      Zone: (await aws.lb.getHostedZoneId({ loadBalancerType: "network" })).id,
      Document: secure.id,
    },
  });
  return { minified: delivery.minifiedJson, region: region.name };
};
