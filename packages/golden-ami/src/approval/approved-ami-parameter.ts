import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { approvedParameter, nameTag } from "@groundwork/core";
import { type ApprovedAmiParameterArgs } from "./approved-ami-parameter-args";
import { checkApprovedAmiParameter } from "./approved-ami-parameter-checks";

/**
 * The AMI that an environment may launch, published as the parameter `/golden-ami/<name>/<environment>/approved` for whoever
 * launches outside the program that knows it. It makes no look-up.
 */
export class ApprovedAmiParameter extends pulumi.ComponentResource {
  /** The parameter's name, which fleets take as `image: { parameter }`. */
  readonly parameterName: pulumi.Output<string>;

  /** The parameter's ARN, by which other accounts take it where it is shared with them. */
  readonly parameterArn: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: ApprovedAmiParameterArgs, opts?: pulumi.ComponentResourceOptions) {
    checkApprovedAmiParameter(name, args);
    super("golden-ami:index:ApprovedAmiParameter", name, {}, opts);

    const { amiName, environment, amiId, place } = args;
    const parameter = new ssm.Parameter(
      `${name}-parameter`,
      {
        name: approvedParameter(amiName, environment),
        description: `The ${amiName} AMI that ${environment} may launch`,
        type: "String",
        // SSM checks that the account sees the AMI: when it is made, before it is there; later a moment afterwards, and then it keeps
        // the one before without a word.
        dataType: "aws:ec2:image",
        // Not `value`, which previews hide: an AMI's id is no secret, and whoever deploys is to see what it was and will be.
        insecureValue: amiId,
        region: place.region,
        tags: nameTag(name, args.tags),
      },
      { parent: this },
    );

    this.parameterName = parameter.name;
    this.parameterArn = parameter.arn;
    this.registerOutputs({ parameterName: this.parameterName, parameterArn: this.parameterArn });
  }
}
