import { type Checks } from "@groundwork/core";
import * as lambda from "@pulumi/aws/lambda";
import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";

/**
 * A function that answers an Application Load Balancer's requests.
 *
 * Request and answer are at most 1 MB each, and there are no WebSockets.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export interface LambdaTargetArgs {
  /** The function's ARN, without version or alias: those go to `qualifier`, so that the permission is theirs too. */
  functionArn: pulumi.Input<string>;
  /**
   * The alias or version to invoke. An alias lets a deployment move traffic without touching the load balancer.
   *
   * @default - the unpublished function, $LATEST
   */
  qualifier?: pulumi.Input<string>;
  /**
   * Whether headers and query strings arrive and return as lists. Off, of two headers with one name (two cookies to
   * set, say) only the last survives.
   *
   * @default true
   */
  multiValueHeaders?: boolean;
}

/** Fields of an unqualified function ARN: arn:aws:lambda:region:account:function:name. */
const UNQUALIFIED_ARN_FIELDS = 7;

/** Records the mistakes in a function as target. */
export function checkLambdaTarget(checks: Checks, field: string, args: LambdaTargetArgs): void {
  if (typeof args.functionArn === "string") {
    checks.that(
      args.functionArn.startsWith("arn:") && args.functionArn.split(":").length === UNQUALIFIED_ARN_FIELDS,
      `${field}.functionArn`,
      args.functionArn,
      "a function's ARN without version or alias",
      "pass the function's arn, and its version or alias as qualifier",
    );
  }
}

/**
 * Registers the function: the permission first, because registration invokes nothing but is refused without it.
 *
 * The permission names the target group as its source, so that no other load balancer may invoke the function.
 */
export function attachLambda(
  parent: pulumi.Resource,
  name: string,
  targetGroup: lb.TargetGroup,
  args: LambdaTargetArgs,
): lb.TargetGroupAttachment {
  const permission = new lambda.Permission(
    `${name}-invoke`,
    {
      action: "lambda:InvokeFunction",
      principal: "elasticloadbalancing.amazonaws.com",
      function: args.functionArn,
      qualifier: args.qualifier,
      sourceArn: targetGroup.arn,
    },
    { parent },
  );
  const targetId =
    args.qualifier === undefined ? args.functionArn : pulumi.interpolate`${args.functionArn}:${args.qualifier}`;
  return new lb.TargetGroupAttachment(
    `${name}-function`,
    { targetGroupArn: targetGroup.arn, targetId },
    { parent, dependsOn: [permission] },
  );
}
