import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

pulumi.runtime.registerStackTransformation(({ props, opts, type }) =>
  type === "aws:sns/topic:Topic"
    ? { props: { ...props, displayName: `${props.displayName}, stack` }, opts }
    : undefined,
);

void pulumi.runtime.registerResourceTransform(async ({ type, props, opts, name }) => {
  await Promise.resolve();
  if (type === "aws:ebs/volume:Volume") {
    return {
      props: { ...props, tags: { ...(props["tags"] as object), Name: name } },
      opts: pulumi.mergeOptions(opts, { protect: true, ignoreChanges: ["size"] }),
    };
  }
  return undefined;
});

void pulumi.runtime.registerInvokeTransform(({ token, args, opts }) =>
  token === "aws:index/getRegion:getRegion" ? { args: { ...args, region: "eu-west-3" }, opts } : undefined,
);

class Box extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("transforms:index:Box", name, {}, opts);
    const topic = new aws.sns.Topic(`${name}-topic`, { displayName: "own" }, { parent: this });
    new aws.ebs.Volume(`${name}-volume`, { availabilityZone: "eu-central-1a", size: 8 }, { parent: this });
    new aws.ebs.Volume(
      `${name}-tagged`,
      { availabilityZone: "eu-central-1a", size: 8, tags: { Topic: topic.arn } },
      { parent: this, dependsOn: topic },
    );
    this.registerOutputs();
  }
}

new Box("plain");
const overridden: pulumi.ResourceTransformation = ({ type, props, opts }) =>
  type === "aws:sns/topic:Topic"
    ? { props: { ...(props as aws.sns.TopicArgs), displayName: "from the parent" }, opts }
    : undefined;
new Box("old", { transformations: [overridden] });
const owner = new aws.sns.Topic("owner");
new Box("new", {
  transforms: [
    ({ type, props, opts }) =>
      type === "aws:ebs/volume:Volume"
        ? { props: { ...props, size: 20, kmsKeyId: owner.arn }, opts: pulumi.mergeOptions(opts, { dependsOn: owner }) }
        : undefined,
    ({ type, props, opts }) =>
      type === "aws:ebs/volume:Volume" ? { props: { ...props, size: Number(props["size"]) + 1 }, opts } : undefined,
  ],
});
new aws.ebs.Volume(
  "secretive",
  { availabilityZone: "eu-central-1a", size: 8 },
  { transforms: [({ props, opts }) => ({ props: { ...props, kmsKeyId: pulumi.secret("arn") }, opts })] },
);

export const region = aws.getRegionOutput({}).apply((found) => found.name);
