import { type Checks } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";
import { type BuildWorkflow, WorkflowFailure, WorkflowStage } from "./workflow-args";

/** The most workflows of a pipeline: what builds, what tests, and the gate. */
const MOST_WORKFLOWS = 10;

/** The longest document that is passed inline, in characters. */
const LONGEST_DOCUMENT = 16_000;

/** Records what is wrong with the workflows of a pipeline, and with its gate. */
export function checkWorkflows(checks: Checks, args: GoldenAmiPipelineArgs): void {
  const { workflows = [], approvalGate, tests = {} } = args;
  workflows.forEach((workflow, index) => checkWorkflow(checks, `workflows[${index}]`, workflow));
  const names = workflows.flatMap(({ name }) => name ?? []);
  checks.different("workflows", names, "workflows of different names", "rename one");
  const count = (stage: WorkflowStage) => workflows.filter((workflow) => workflow.stage === stage).length;
  const builds = count(WorkflowStage.Build);
  checks.that(builds <= 1, "workflows", `${builds} that build`, "at most one that builds", "join them");
  const most = MOST_WORKFLOWS - (approvalGate === undefined ? 1 : 2);
  const testing = count(WorkflowStage.Test);
  checks.that(testing <= most, "workflows", `${testing} that test`, `at most ${most} that test`, "join some");
  checks.that(
    tests.skip !== true || testing === 0,
    "workflows",
    `${testing} that test`,
    "without any that tests beside tests.skip",
    "remove one of the two",
  );
  checkGate(checks, args);
}

function checkWorkflow(checks: Checks, field: string, workflow: BuildWorkflow): void {
  const { stage, name, document, arn, onFailure, parallelGroup } = workflow;
  checks.oneOf(`${field}.stage`, stage, Object.values(WorkflowStage));
  checks.that(
    (document === undefined) !== (arn === undefined),
    `${field}.document and ${field}.arn`,
    [document, arn],
    "one of the two",
    "pass a document of yours, or the ARN of a workflow that exists",
  );
  checks.that(
    (name === undefined) === (document === undefined),
    `${field}.name`,
    name,
    document === undefined ? "left out without document" : "set, with document",
    "name what the document does, like smoke-test",
  );
  checks.matches(
    `${field}.name`,
    name,
    /^(?!approval$)[a-z0-9][a-z0-9-]{0,62}$/,
    "up to 63 lower-case letters, digits and hyphens, other than approval",
    "name it like smoke-test",
  );
  if (document !== undefined) {
    const length = document.length;
    const most = `at most ${LONGEST_DOCUMENT} characters`;
    checks.that(length <= LONGEST_DOCUMENT, `${field}.document`, `${length} characters`, most, "split the workflow");
    checks.that(
      /^schemaVersion:\s*['"]?1\.0/m.test(document) && /^steps:/m.test(document),
      `${field}.document`,
      document,
      "a YAML document with schemaVersion: 1.0 and steps",
      "see AWS's user guide for its form",
    );
  }
  checks.oneOf(`${field}.onFailure`, onFailure, Object.values(WorkflowFailure));
  for (const [key, value] of Object.entries({ onFailure, parallelGroup })) {
    checks.leftOut(
      `${field}.${key}`,
      stage === WorkflowStage.Test ? undefined : value,
      "except with WorkflowStage.Test",
      "remove it",
    );
  }
}

function checkGate(checks: Checks, { approvalGate, notifications = {}, tests = {} }: GoldenAmiPipelineArgs): void {
  if (approvalGate === undefined) {
    return;
  }
  checks.range("approvalGate.timeoutHours", approvalGate.timeoutHours, 1, 168, "hours");
  checks.that(
    notifications.topicArn !== undefined || notifications.emailAddresses !== undefined,
    "notifications",
    notifications,
    "told to somebody beside approvalGate",
    "set emailAddresses or topicArn, or nobody knows that a build waits",
  );
  checks.leftOut(
    "approvalGate",
    tests.skip === true ? approvalGate : undefined,
    "beside tests.skip, since the gate is the last of the tests",
    "remove one of the two",
  );
}
