import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const config = new pulumi.Config();
const later = await Promise.resolve("later");
const topic = new aws.sns.Topic("topic", { displayName: config.require("label") });

export default async () => {
  const volumes = config.requireObject("zones").map(
    (zone) =>
      new aws.ebs.Volume(`volume-${zone}`, {
        availabilityZone: `eu-north-1${zone}`,
        size: config.requireNumber("size"),
        tags: { Later: later, Token: config.requireSecret("label") },
      }),
  );
  return { later: Promise.resolve(later), arn: topic.arn, ids: volumes.map((volume) => volume.id) };
};
