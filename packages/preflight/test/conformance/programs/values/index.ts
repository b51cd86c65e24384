import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

interface HolderArgs {
  plain: pulumi.Input<string>;
  topic: aws.sns.Topic;
  anything: pulumi.Input<unknown>;
}

class Holder extends pulumi.ComponentResource {
  readonly echoed: pulumi.Output<unknown>;

  constructor(name: string, args: HolderArgs, opts?: pulumi.ComponentResourceOptions) {
    super("values:index:Holder", name, args, opts);
    this.echoed = pulumi.output(args.anything);
    this.registerOutputs({ echoed: this.echoed, topic: args.topic });
  }
}

const config = new pulumi.Config();
const topic = new aws.sns.Topic("topic", { displayName: "Grüße, 世界 🎉\nsecond line" });
const password = pulumi.secret("hidden");

const parameter = new aws.ssm.Parameter("parameter", {
  type: "SecureString",
  value: config.requireSecret("text"),
  tags: { known: "yes", unknown: topic.arn, secret: password, both: pulumi.secret(topic.arn) },
});
new aws.ssm.Parameter("derived", { type: "String", value: pulumi.interpolate`${password} and ${parameter.value}` });
new aws.ssm.Parameter("as-json", { type: "String", value: pulumi.jsonStringify({ arn: topic.arn, known: [1, 2] }) });
new aws.ssm.Parameter("known-json", { type: "String", value: JSON.stringify(config.requireObject("nested")) });
new aws.s3.BucketObject("asset", { bucket: "known", source: new pulumi.asset.StringAsset("text") });
new aws.s3.BucketObject("file", { bucket: "known", source: new pulumi.asset.FileAsset("site/index.html") });
new aws.lambda.Function("function", {
  role: topic.arn,
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.AssetArchive({
    "index.js": new pulumi.asset.StringAsset("exports.handler = async () => {};"),
    site: new pulumi.asset.FileArchive("site"),
  }),
  environment: { variables: { SECRET: password, ARN: topic.arn } },
  layers: [],
  reservedConcurrentExecutions: -1,
});
new aws.ec2.SecurityGroup("empty", { tags: {}, ingress: [], description: "", revokeRulesOnDelete: false });
const holder = new Holder("holder", {
  plain: topic.name,
  topic,
  anything: { list: [1, null, "two", { secret: password }], unknown: topic.arn, date: "2026-01-01" },
});

export const text = config.require("text");
export const nested = config.requireObject("nested");
export const secretList = pulumi.output(["a", password]);
export const object = { unknown: topic.arn, secret: password, deep: [{ deeper: pulumi.output(Promise.resolve(1)) }] };
export const echoed = holder.echoed;
export const resource = topic;
export const unset = undefined;
export const nothing = null;
export const unsecret = pulumi.unsecret(password);
export const stack = pulumi.interpolate`${pulumi.getOrganization()}/${pulumi.getProject()}/${pulumi.getStack()}`;
export const rehearsal = pulumi.runtime.isDryRun();
