import { join } from "node:path";
import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import { assumeRolePolicy, managedPolicyArn, nameTag } from "@groundwork/core";
import { type LambdaTargetArgs } from "@groundwork/load-balancing";
import { bundleFunction } from "@groundwork/load-balancing/bundle";
import { type WorkloadConfig } from "../config/shapes";

/** Seconds that an answer may take. */
const TIMEOUT_SECONDS = 5;

/** The function that answers `/status`, under an alias, so that a deployment moves traffic without the load balancer. */
export function statusFunction(
  name: string,
  { place, tags }: Pick<WorkloadConfig, "place" | "tags">,
): LambdaTargetArgs {
  const role = new iam.Role(`${name}-role`, {
    description: `The function ${name}`,
    assumeRolePolicy: assumeRolePolicy("lambda"),
    tags: nameTag(name, tags),
  });
  const logging = new iam.RolePolicyAttachment(`${name}-logging`, {
    role: role.name,
    policyArn: managedPolicyArn(place, "service-role/AWSLambdaBasicExecutionRole"),
  });
  const fn = new lambda.Function(
    name,
    {
      description: "Answers /status",
      role: role.arn,
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      code: bundleFunction(join(__dirname, "..", "functions", "status.ts")),
      timeout: TIMEOUT_SECONDS,
      publish: true,
      tags: nameTag(name, tags),
    },
    { dependsOn: logging },
  );
  const live = new lambda.Alias(`${name}-live`, { name: "live", functionName: fn.name, functionVersion: fn.version });
  return { functionArn: fn.arn, qualifier: live.name };
}
