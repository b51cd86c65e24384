import { type Checks, type Context } from "@groundwork/core";
import * as lambda from "@pulumi/aws/lambda";
import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { type LambdaTargetArgs } from "./lambda-target-args";

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

/** The ARN by which a function is registered: with its alias or version, if it has one. */
export function lambdaTargetId({ functionArn, qualifier }: LambdaTargetArgs): pulumi.Input<string> {
  return qualifier === undefined ? functionArn : pulumi.interpolate`${functionArn}:${qualifier}`;
}

/**
 * Registers the function: the permission first, because registration invokes nothing but is refused without it.
 *
 * The permission names the target group as its source, so that no other load balancer may invoke the function.
 */
export function attachLambda(
  { parent, name }: Context,
  targetGroup: lb.TargetGroup,
  args: LambdaTargetArgs,
): lb.TargetGroupAttachment {
  const permission = new lambda.Permission(
    `${name}-permission`,
    {
      action: "lambda:InvokeFunction",
      principal: "elasticloadbalancing.amazonaws.com",
      function: args.functionArn,
      qualifier: args.qualifier,
      sourceArn: targetGroup.arn,
    },
    { parent, aliases: [{ name: `${name}-invoke` }] },
  );
  return new lb.TargetGroupAttachment(
    `${name}-function-target`,
    { targetGroupArn: targetGroup.arn, targetId: lambdaTargetId(args) },
    { parent, dependsOn: [permission], aliases: [{ name: `${name}-function` }] },
  );
}
