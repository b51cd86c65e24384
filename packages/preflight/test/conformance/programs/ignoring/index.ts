import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const config = new pulumi.Config("ignoring");
const volume = {
  availabilityZone: "eu-central-1a",
  size: config.getNumber("size") ?? 8,
  tags: { Owner: config.get("owner") ?? "web" },
};

new aws.ebs.Volume("kept", volume);
new aws.ebs.Volume("ignoring", volume, { ignoreChanges: ["size", "tags.Owner"] });
new aws.ebs.Volume("ignoring-all", volume, { ignoreChanges: ["*"] });
