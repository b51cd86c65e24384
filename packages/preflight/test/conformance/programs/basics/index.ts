import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

class Pair extends pulumi.ComponentResource {
  readonly volumeIds: pulumi.Output<string>[];

  constructor(name: string, size: number, opts?: pulumi.ComponentResourceOptions) {
    super("basics:index:Pair", name, {}, opts);
    const first = new aws.ebs.Volume(`${name}-first`, { availabilityZone: "eu-central-1a", size }, { parent: this });
    const second = new aws.ebs.Volume(
      `${name}-second`,
      { availabilityZone: first.availabilityZone, size, tags: { Twin: first.id } },
      { parent: this, dependsOn: first },
    );
    this.volumeIds = [first.id, second.id];
    this.registerOutputs({ volumeIds: this.volumeIds });
  }
}

class Nest extends pulumi.ComponentResource {
  readonly pair: Pair;

  constructor(name: string, size: number, opts?: pulumi.ComponentResourceOptions) {
    super("basics:index:Nest", name, {}, opts);
    this.pair = new Pair(`${name}-pair`, size, { parent: this });
    this.registerOutputs();
  }
}

const config = new pulumi.Config();
const nest = new Nest("nest", config.requireNumber("size"));
const topic = new aws.sns.Topic(
  "topic",
  { displayName: pulumi.interpolate`pair of ${nest.pair.volumeIds[0]}` },
  { dependsOn: nest },
);
const parameter = new aws.ssm.Parameter("parameter", {
  type: "SecureString",
  value: pulumi.secret("hidden"),
  tags: pulumi.all([topic.arn, topic.name]).apply(([arn, name]) => ({ Topic: arn, Name: name })),
});

export const labels = config.requireObject<string[]>("labels");
export const volumeIds = nest.pair.volumeIds;
export const parameterValue = parameter.value;
