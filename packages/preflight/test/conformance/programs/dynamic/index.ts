import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

interface Doubled {
  value: pulumi.Input<number>;
}

class Double extends pulumi.dynamic.Resource {
  declare readonly value: pulumi.Output<number>;
  declare readonly twice: pulumi.Output<number>;

  constructor(name: string, args: Doubled, opts?: pulumi.CustomResourceOptions) {
    super(
      {
        create: (inputs: { value: number }) =>
          Promise.resolve({ id: "double", outs: { ...inputs, twice: 2 * inputs.value } }),
      },
      name,
      { ...args, twice: undefined },
      opts,
    );
  }
}

const two = new Double("two", { value: 1 });
new aws.ebs.Volume("volume", { availabilityZone: "eu-central-1a", size: two.twice });
export const twice = two.twice;
export const value = two.value;
