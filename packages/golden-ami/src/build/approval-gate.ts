import { type ApprovalGate, DEFAULT_APPROVAL_HOURS } from "./workflow-args";

/** The name of the document's parameter that holds the topic, so that another topic makes no other version. */
export const TOPIC_PARAMETER = "topicArn";

/** The document of the gate: it tells the topic, and waits until somebody sends an action or the time is up. */
export function gateDocument({ timeoutHours = DEFAULT_APPROVAL_HOURS }: ApprovalGate): string {
  return `name: approval
description: Waits until somebody approves the AMI
schemaVersion: 1.0
parameters:
  - name: ${TOPIC_PARAMETER}
    type: string
    description: The topic that is told that a build waits
steps:
  - name: WaitForApproval
    action: WaitForAction
    onFailure: Abort
    timeoutSeconds: ${timeoutHours * 3600}
    inputs:
      snsTopicArn.$: $.parameters.${TOPIC_PARAMETER}
`;
}

/** How a build that waits is approved, for whoever may `imagebuilder:SendWorkflowStepAction`. */
export function approvalInstructions(region: string): string {
  return [
    "A build waits after its tests, and shares nothing before it is approved. Which one, and the id of its step:",
    `aws imagebuilder list-waiting-workflow-steps --region ${region}`,
    "To approve it, or to stop it with STOP for RESUME:",
    approvalCommand(region, "STEP_EXECUTION_ID", "IMAGE_BUILD_VERSION_ARN"),
  ].join("\n");
}

/** The command that approves a build which waits, or stops it with `STOP` for `RESUME`. */
export function approvalCommand(region: string, step: string, image: string): string {
  return [
    "aws imagebuilder send-workflow-step-action",
    `--region ${region}`,
    "--action RESUME",
    `--step-execution-id ${step}`,
    `--image-build-version-arn ${image}`,
  ].join(" ");
}
