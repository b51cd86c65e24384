import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

class Box extends pulumi.ComponentResource {
  constructor(name: string, args: { label: string }, opts?: pulumi.ComponentResourceOptions) {
    super("policies:index:Box", name, args, opts);
    const topic = new aws.sns.Topic(`${name}-topic`, { displayName: args.label }, { parent: this, protect: true });
    new aws.ebs.Volume(
      `${name}-volume`,
      {
        availabilityZone: "eu-central-1a",
        size: 8,
        kmsKeyId: topic.arn,
        tags: { Known: "yes", Unknown: topic.arn, Secret: pulumi.secret("hidden") },
      },
      {
        parent: this,
        dependsOn: topic,
        ignoreChanges: ["size"],
        additionalSecretOutputs: ["arn"],
        aliases: [{ name: `${name}-before` }],
        customTimeouts: { create: "20m" },
        deleteBeforeReplace: true,
      },
    );
    this.registerOutputs({ arn: topic.arn, label: args.label });
  }
}

const dublin = new aws.Provider("dublin", { region: "eu-west-1", secretKey: "made-up" });
new Box("box", { label: "packed" });
new Box("abroad", { label: "sent" }, { providers: [dublin] });
const unencrypted = new aws.ebs.Volume("unencrypted", { availabilityZone: "eu-central-1a", size: 8 });
new aws.ebs.Volume("encrypted", { availabilityZone: "eu-central-1a", size: 8, encrypted: true });
aws.ec2.Vpc.get("vpc", "vpc-12345678");

export const id = unencrypted.id;
export const encrypted = unencrypted.encrypted;
