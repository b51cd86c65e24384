import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

class Box extends pulumi.ComponentResource {
  readonly topic: aws.sns.Topic;

  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("options:index:Box", name, {}, opts);
    this.topic = new aws.sns.Topic(`${name}-topic`, {}, { parent: this });
    new aws.sns.Topic(`${name}-old`, {}, { parent: this, aliases: [{ name: `${name}-older` }] });
    this.registerOutputs({ arn: this.topic.arn });
  }
}

const first = new aws.sns.Topic("first");
const box = new Box("box");
const outer = new Box("outer", { dependsOn: first });
const volume = { availabilityZone: "eu-central-1a", size: 8 };

new Box("kept", { protect: true });
new Box("nested", { parent: outer });
new Box("moved", { aliases: [{ name: "before" }, { parent: pulumi.rootStackResource }] });
new aws.sns.Topic("root", {}, { parent: undefined });
new aws.sns.Topic("protected", {}, { protect: true });
new aws.sns.Topic("unprotected", {}, { parent: box, protect: false });
new aws.ebs.Volume("ignoring", volume, { ignoreChanges: ["size", 'tags["Owner"]'] });
new aws.ebs.Volume("replacing", volume, { replaceOnChanges: ["size"], deleteBeforeReplace: true });
new aws.ebs.Volume("secretive", volume, { additionalSecretOutputs: ["arn", "size"] });
new aws.ebs.Volume("slow", volume, { customTimeouts: { create: "20m", update: "1h", delete: "90s" } });
new aws.ebs.Volume("left", volume, { retainOnDelete: true });
new aws.ebs.Volume("swept", volume, { deletedWith: first });
new aws.ebs.Volume("hidden", volume, { hideDiffs: ["size"] });
new aws.ebs.Volume("together", volume, { replaceWith: [first] });
new aws.sns.Topic(
  "aliased",
  {},
  {
    aliases: [
      "urn:pulumi:dev::options::aws:sns/topic:Topic::by-urn",
      { name: "by-name" },
      { name: "by-parent", parent: box },
      { type: "aws:sqs/queue:Queue" },
      { stack: "other", project: "elsewhere" },
      { parent: pulumi.rootStackResource },
    ],
  },
);
new aws.sns.Topic("after-resource", {}, { dependsOn: first });
new aws.sns.Topic("after-list", {}, { dependsOn: [first, box.topic] });
new aws.sns.Topic("after-component", {}, { dependsOn: box });
new aws.sns.Topic("after-nested", {}, { dependsOn: [outer] });
new aws.sns.Topic("after-output", {}, { dependsOn: pulumi.output([first]) });
new aws.sns.Topic("after-promise", {}, { dependsOn: Promise.resolve([box]) });
new aws.sns.Topic("after-both", { displayName: box.topic.name }, { dependsOn: [first] });
