import type * as inputs from "@pulumi/aws/types/input";
import { arn, type Checks, isPlain, mapInput, type Place, type PolicyStatement } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import {
  DEFAULT_SCRIPT_RETRIES,
  DEFAULT_SCRIPT_TIMEOUT_SECONDS,
  ScriptStage,
  type SnapshotScripts,
  VSS_DOCUMENT,
} from "./scripts-args";

/** The documents that AWS owns, by what a policy calls them. */
const AWS_DOCUMENTS: Record<string, string> = {
  [VSS_DOCUMENT]: "AWSEC2-CreateVssSnapshot",
  "AWSSystemsManagerSAP-CreateDLMSnapshotForSAPHANA": "AWSSystemsManagerSAP-CreateDLMSnapshotForSAPHANA",
};

const DOCUMENT = /^(?:[\w.-]{3,128}|arn:[\w.:/-]{3,196})$/;

/** The scripts of a schedule, as Data Lifecycle Manager takes them: of VSS, it knows what to run and when. */
export function scriptsInputs(
  scripts: SnapshotScripts,
): inputs.dlm.LifecyclePolicyPolicyDetailsScheduleCreateRuleScripts {
  const { document, stages, timeoutSeconds, retries, skipOnFailure } = scripts;
  return {
    executionHandler: document,
    ...(document === VSS_DOCUMENT
      ? {}
      : {
          executionHandlerService: "AWS_SYSTEMS_MANAGER",
          stages: stages ?? [ScriptStage.Before, ScriptStage.After],
          executionTimeout: timeoutSeconds ?? DEFAULT_SCRIPT_TIMEOUT_SECONDS,
        }),
    maximumRetryCount: retries ?? DEFAULT_SCRIPT_RETRIES,
    executeOperationOnScriptFailure: skipOnFailure !== true,
  };
}

/**
 * What running scripts takes, on the account's instances in the policy's Region, with these documents only.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSDataLifecycleManagerSSMFullAccess.html
 */
export function scriptsStatements(place: Place, documents: pulumi.Input<string>[]): PolicyStatement[] {
  const { accountId, region } = place;
  return [
    {
      Effect: "Allow",
      Action: ["ssm:GetCommandInvocation", "ssm:ListCommands", "ssm:DescribeInstanceInformation"],
      Resource: "*",
    },
    {
      Effect: "Allow",
      Action: ["ssm:SendCommand", "ssm:DescribeDocument", "ssm:GetDocument"],
      Resource: documents.map((document) => mapInput(document, (known) => documentArn(place, known))),
    },
    {
      Effect: "Allow",
      Action: "ssm:SendCommand",
      Resource: arn(place, { service: "ec2", region, accountId, resource: "instance/*" }),
    },
  ];
}

function documentArn(place: Place, document: string): string {
  const owned = AWS_DOCUMENTS[document];
  const { accountId, region } = owned === undefined ? place : { accountId: "*", region: "*" };
  return document.startsWith("arn:")
    ? document
    : arn(place, { service: "ssm", region, accountId, resource: `document/${owned ?? document}` });
}

/** Records what is wrong with scripts. */
export function checkScripts(checks: Checks, field: string, scripts: SnapshotScripts): void {
  const { document, stages, timeoutSeconds, retries } = scripts;
  checks.matches(
    `${field}.document`,
    document,
    DOCUMENT,
    "the name or the ARN of an SSM document, or AWS_VSS_BACKUP",
    "copy it from Systems Manager",
  );
  if (isPlain(document) && document === VSS_DOCUMENT) {
    checks.leftOut(`${field}.stages`, stages, "with AWS_VSS_BACKUP", "AWS runs what VSS needs");
    checks.leftOut(`${field}.timeoutSeconds`, timeoutSeconds, "with AWS_VSS_BACKUP", "AWS gives VSS its own time");
  }
  checks.count(`${field}.stages`, stages, 1, 2, "one or both stages", "leave it out for both");
  checks.different(`${field}.stages`, stages, "different stages", "name each once");
  stages?.forEach((stage, index) => checks.oneOf(`${field}.stages[${index}]`, stage, Object.values(ScriptStage)));
  checks.range(`${field}.timeoutSeconds`, timeoutSeconds, 1, 120, "seconds");
  checks.range(`${field}.retries`, retries, 1, 3, "times");
}
