import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import type * as imagebuilder from "@pulumi/aws/imagebuilder";
import { arn, type Context, mapInput, nameTag, policyDocument, type PolicyStatement } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";
import { type BuildRole } from "./build-role";
import { createLogBucket } from "./log-bucket";
import { DEFAULT_LOG_DAYS } from "./logs-args";

/** Where builds write what they do. */
export interface BuildLogging {
  /** What the build instances write, by the infrastructure's configuration. */
  instances: Pick<imagebuilder.InfrastructureConfigurationArgs, "logging">;
  /** What Image Builder writes, by the pipeline's. */
  pipeline: Pick<imagebuilder.ImagePipelineArgs, "loggingConfiguration">;
}

/** What logs are made with. */
export interface LogContext extends Context {
  role: BuildRole;
}

/** Creates what keeps the logs of builds, and lets the build instances write there, and nowhere else. */
export function createLogs(
  context: LogContext,
  args: Pick<GoldenAmiPipelineArgs, "amiName" | "place" | "logs">,
): BuildLogging {
  const { name, role, tags, parent } = context;
  const { amiName, place, logs = {} } = args;
  const bucket = logs.bucketName ?? createLogBucket(context, logs);
  const prefix = logs.keyPrefix ?? amiName;
  const written = mapInput(bucket, (known) => arn(place, { service: "s3", resource: `${known}/${prefix}/*` }));
  const write: PolicyStatement = { Effect: "Allow", Action: "s3:PutObject", Resource: written };
  const encrypt: PolicyStatement[] =
    logs.keyArn === undefined
      ? []
      : [
          {
            Effect: "Allow",
            // To join the parts of a large object, S3 reads them.
            Action: ["kms:GenerateDataKey", "kms:Decrypt"],
            Resource: logs.keyArn,
            Condition: { StringEquals: { "kms:ViaService": `s3.${place.region}.amazonaws.com` } },
          },
        ];
  const policy = new iam.RolePolicy(
    `${name}-build-log-policy`,
    { role: role.role.id, policy: policyDocument(write, ...encrypt) },
    { parent },
  );
  role.policies.push(policy);

  // Under this path Image Builder may write as it is; elsewhere its role would need another right.
  const [images, pipeline] = ["images", "pipeline"].map(
    (kind) =>
      new cloudwatch.LogGroup(
        `${name}-${kind}-log-group`,
        {
          name: `/aws/imagebuilder/${amiName}/${kind}`,
          kmsKeyId: logs.keyArn,
          retentionInDays: logs.retentionDays ?? DEFAULT_LOG_DAYS,
          tags: nameTag(`${name}-${kind}`, tags),
        },
        { parent },
      ),
  ) as [cloudwatch.LogGroup, cloudwatch.LogGroup];
  return {
    instances: { logging: { s3Logs: { s3BucketName: bucket, s3KeyPrefix: prefix } } },
    pipeline: { loggingConfiguration: { imageLogGroupName: images.name, pipelineLogGroupName: pipeline.name } },
  };
}
