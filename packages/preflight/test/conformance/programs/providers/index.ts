import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

class Group extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("providers:index:Group", name, {}, opts);
    new aws.sns.Topic(`${name}-inherits`, {}, { parent: this });
    new aws.sns.Topic(`${name}-overrides`, {}, { parent: this, provider: frankfurt });
    new Inner(`${name}-inner`, { parent: this });
    this.registerOutputs();
  }
}

class Inner extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("providers:index:Inner", name, {}, opts);
    new aws.sns.Topic(`${name}-topic`, {}, { parent: this });
    this.registerOutputs();
  }
}

const frankfurt = new aws.Provider("frankfurt", {
  region: "eu-central-1",
  defaultTags: { tags: { Team: "platform" } },
});
const dublin = new aws.Provider("dublin", { region: "eu-west-1", accessKey: "made-up", secretKey: "made-up too" });
const role = new aws.iam.Role("role", { assumeRolePolicy: "{}" });
const assumed = new aws.Provider("assumed", { region: "eu-west-1", assumeRoles: [{ roleArn: role.arn }] });

const plain = new aws.sns.Topic("default");
new aws.sns.Topic("explicit", {}, { provider: dublin });
new aws.sns.Topic("assumed", {}, { provider: assumed });
new aws.sns.Topic("child-of-explicit", {}, { parent: new aws.sns.Topic("parent", {}, { provider: dublin }) });
new aws.sns.Topic("child-of-default", {}, { parent: plain });
new aws.sns.Topic("region", { region: "us-east-1" });
new aws.sns.Topic("version", {}, { version: "7.0.0" });
new aws.sns.Topic("older-child", {}, { parent: plain, version: "7.0.0" });

new Group("none");
new Group("as-list", { providers: [dublin] });
new Group("as-map", { providers: { aws: dublin } });
new Group("as-provider", { provider: dublin });
new Group("unknown", { providers: [assumed] });
