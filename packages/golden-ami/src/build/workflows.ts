import * as iam from "@pulumi/aws/iam";
import * as imagebuilder from "@pulumi/aws/imagebuilder";
import type * as pulumi from "@pulumi/pulumi";
import { arn, type Context, nameTag, type Place, policyDocument } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";
import { createVersion, digestOf } from "../recipe/version";
import { gateDocument, TOPIC_PARAMETER } from "./approval-gate";
import { type ExecutionRole } from "./execution-role";
import { type Topic } from "./topic";
import { type BuildWorkflow, WorkflowFailure, WorkflowStage } from "./workflow-args";

/** The name of the gate's workflow, behind that of the AMI. */
const GATE = "approval";

/** What workflows are made with. */
export interface WorkflowContext extends Context {
  role: ExecutionRole;
  topic: Topic | undefined;
}

/**
 * The workflows of a pipeline, in their order: what builds, what tests, and the gate. AWS's own stand there by name where the
 * caller has none, since AWS keeps the last workflows when a program names none any more.
 */
export function createWorkflows(
  context: WorkflowContext,
  args: GoldenAmiPipelineArgs,
): imagebuilder.ImagePipelineArgs["workflows"] {
  const { place, workflows = [], tests = {}, approvalGate } = args;
  const of = (stage: WorkflowStage) => {
    const given = workflows.filter((workflow) => workflow.stage === stage);
    return given.length > 0 ? given : [{ stage, arn: managedWorkflow(place, stage) }];
  };
  const all: BuildWorkflow[] = [
    ...of(WorkflowStage.Build),
    ...(tests.skip === true ? [] : of(WorkflowStage.Test)),
    ...(approvalGate === undefined
      ? []
      : [
          {
            stage: WorkflowStage.Test,
            name: GATE,
            document: gateDocument(approvalGate),
            parameters: { [TOPIC_PARAMETER]: context.topic!.arn },
          },
        ]),
  ];
  if (all.some(({ document }) => document !== undefined)) {
    letRead(context, args.keyArn);
  }
  return all.map((workflow) => ({
    workflowArn: workflow.arn ?? createWorkflow(context, workflow, args),
    parameters: Object.entries(workflow.parameters ?? {}).map(([name, value]) => ({ name, value })),
    ...(workflow.stage === WorkflowStage.Test && { onFailure: workflow.onFailure ?? WorkflowFailure.Abort }),
    ...(workflow.parallelGroup !== undefined && { parallelGroup: workflow.parallelGroup }),
  }));
}

/** The newest version of AWS's own workflow: what runs where a pipeline names none. */
function managedWorkflow(place: Place, stage: WorkflowStage): string {
  const kind = stage.toLowerCase();
  const { region } = place;
  return arn(place, {
    service: "imagebuilder",
    region,
    accountId: "aws",
    resource: `workflow/${kind}/${kind}-image/x.x.x`,
  });
}

function createWorkflow(
  { name, tags, parent }: Context,
  { stage, name: kind, document }: BuildWorkflow,
  { amiName, keyArn }: Pick<GoldenAmiPipelineArgs, "amiName" | "keyArn">,
): pulumi.Output<string> {
  const context = { parent, tags, name: `${name}-workflow-${kind!}` };
  const inputs = {
    name: `${amiName}-${kind!}`,
    description: `The workflow ${kind!} of the AMI ${amiName}`,
    type: stage,
    data: document!,
    kmsKeyId: keyArn,
  };
  return new imagebuilder.Workflow(
    context.name,
    {
      ...inputs,
      version: createVersion(context, `${amiName}/versions/workflows/${kind!}`, digestOf(inputs)),
      tags: nameTag(context.name, tags),
    },
    // A fixed name would have the old version deleted first, while the pipeline still refers to it.
    { parent, deleteBeforeReplace: false },
  ).arn;
}

/** Lets the pipeline's role read the documents, which the AMI's key encrypts, and nothing else with it. */
function letRead({ name, role, parent }: WorkflowContext, keyArn: pulumi.Input<string>): void {
  role.policies.push(
    new iam.RolePolicy(
      `${name}-execution-workflow-policy`,
      {
        role: role.role.id,
        policy: policyDocument({
          Sid: "ReadsTheWorkflows",
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: keyArn,
          Condition: { "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": "aws:imagebuilder:arn" } },
        }),
      },
      { parent },
    ),
  );
}
