import * as assert from "node:assert/strict";
import { parse } from "yaml";
import { type BuildWorkflow, type GoldenAmiPipelineArgs, WorkflowFailure, WorkflowStage } from "@groundwork/golden-ami";
import { inputsOf, named, names, type Recorded, waitsFor } from "@groundwork/core/testing";
import { pipelineWith, refusedWith } from "../args";

const WORKFLOW = "aws:imagebuilder/workflow:Workflow";
const DOCUMENT = "schemaVersion: 1.0\nsteps:\n  - name: Launch\n    action: LaunchInstance\n";
const MANAGED = "arn:aws:imagebuilder:eu-west-1:aws:workflow";
const BUILDING = { workflowArn: `${MANAGED}/build/build-image/x.x.x`, parameters: [] };
const TESTING = { workflowArn: `${MANAGED}/test/test-image/x.x.x`, parameters: [], onFailure: "ABORT" };
const GATED: Partial<GoldenAmiPipelineArgs> = {
  approvalGate: {},
  notifications: { emailAddresses: ["team@example.com"] },
};

function workflowsOf(resources: Recorded[]): unknown {
  return inputsOf(resources, "web-ami-pipeline")["workflows"];
}

describe("the workflows of a pipeline", () => {
  it("are AWS's own, by name, since AWS keeps the last ones when a program names none any more", async () => {
    const resources = await pipelineWith({});
    assert.deepEqual(workflowsOf(resources), [BUILDING, TESTING]);
    assert.deepEqual(names(resources, WORKFLOW), []);
  });

  it("only build where tests are skipped", async () => {
    assert.deepEqual(workflowsOf(await pipelineWith({ tests: { skip: true, scan: false } })), [BUILDING]);
  });

  it("are the caller's, what builds first, each document a version of its own that the role may read", async () => {
    const workflows: BuildWorkflow[] = [
      { stage: WorkflowStage.Test, name: "smoke", document: DOCUMENT, parallelGroup: "all" },
      { stage: WorkflowStage.Build, arn: "arn:of:builds", parameters: { waits: "true" } },
      { stage: WorkflowStage.Test, arn: TESTING.workflowArn, onFailure: WorkflowFailure.Continue },
    ];
    const resources = await pipelineWith({ workflows });
    assert.deepEqual(workflowsOf(resources), [
      { workflowArn: "arn:of:builds", parameters: [{ name: "waits", value: "true" }] },
      { workflowArn: "arn:of:web-ami-workflow-smoke", parameters: [], onFailure: "ABORT", parallelGroup: "all" },
      { ...TESTING, onFailure: "CONTINUE" },
    ]);
    const { version: _version, ...inputs } = inputsOf(resources, "web-ami-workflow-smoke");
    assert.deepEqual(inputs, {
      name: "web-smoke",
      description: "The workflow smoke of the AMI web",
      type: "TEST",
      data: DOCUMENT,
      kmsKeyId: "arn:of:key",
      tags: { Name: "web-ami-workflow-smoke" },
    });
    assert.equal(named(resources, "web-ami-workflow-smoke").deleteBeforeReplace, false);
    assert.equal(
      inputsOf(resources, "web-ami-workflow-smoke-version-parameter")["name"],
      "/golden-ami/web/versions/workflows/smoke",
    );
    assert.deepEqual(JSON.parse(inputsOf(resources, "web-ami-execution-workflow-policy")["policy"] as string), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "ReadsTheWorkflows",
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: "arn:of:key",
          Condition: { "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": "aws:imagebuilder:arn" } },
        },
      ],
    });
    assert.ok(waitsFor(named(resources, "web-ami-pipeline")).includes("web-ami-execution-workflow-policy"));
  });

  it("refuse what Image Builder would, all at once", async () => {
    const { Build, Test } = WorkflowStage;
    const workflows: BuildWorkflow[] = [
      { stage: Build, name: "Mine", document: "steps: []", onFailure: WorkflowFailure.Continue, parallelGroup: "one" },
      { stage: Build, arn: "arn:of:builds", name: "mine" },
      { stage: "SHIP" as WorkflowStage, document: DOCUMENT },
      { stage: Test, name: "approval", document: `${DOCUMENT}${" ".repeat(16_000)}` },
      { stage: Test },
    ];
    assert.deepEqual(await refusedWith({ workflows }), [
      'workflows[0].name is "Mine"',
      'workflows[0].document is "steps: []"',
      'workflows[0].onFailure is "CONTINUE"',
      'workflows[0].parallelGroup is "one"',
      'workflows[1].name is "mine"',
      'workflows[2].stage is "SHIP"',
      "workflows[2].name is missing",
      'workflows[3].name is "approval"',
      `workflows[3].document is "${DOCUMENT.length + 16_000} characters"`,
      "workflows[4].document and workflows[4].arn is [null,null]",
      'workflows is "2 that build"',
    ]);
    const nine = Array.from({ length: 9 }, (_, index): BuildWorkflow => ({ stage: Test, arn: `arn:of:${index}` }));
    assert.deepEqual(await refusedWith({ workflows: [...nine, ...nine.slice(0, 1)] }), ['workflows is "10 that test"']);
    assert.deepEqual(await refusedWith({ ...GATED, workflows: nine }), ['workflows is "9 that test"']);
    assert.equal((workflowsOf(await pipelineWith({ workflows: nine })) as unknown[]).length, 10);
  });
});

describe("the approval gate", () => {
  let resources: Recorded[];
  before(async () => {
    resources = await pipelineWith(GATED);
  });

  it("is the last of the tests, and nothing is distributed before it", () => {
    assert.deepEqual(workflowsOf(resources), [
      BUILDING,
      TESTING,
      {
        workflowArn: "arn:of:web-ami-workflow-approval",
        parameters: [{ name: "topicArn", value: "arn:of:web-ami-topic" }],
        onFailure: "ABORT",
      },
    ]);
  });

  it("tells the topic and waits for three days, unless told otherwise, and then fails the build", async () => {
    const document = (of: Recorded[]) => parse(inputsOf(of, "web-ami-workflow-approval")["data"] as string) as unknown;
    const waiting = (timeoutSeconds: number) => ({
      name: "approval",
      description: "Waits until somebody approves the AMI",
      schemaVersion: 1,
      parameters: [{ name: "topicArn", type: "string", description: "The topic that is told that a build waits" }],
      steps: [
        {
          name: "WaitForApproval",
          action: "WaitForAction",
          onFailure: "Abort",
          timeoutSeconds,
          inputs: { "snsTopicArn.$": "$.parameters.topicArn" },
        },
      ],
    });
    assert.deepEqual(document(resources), waiting(259_200));
    assert.deepEqual(document(await pipelineWith({ ...GATED, approvalGate: { timeoutHours: 8 } })), waiting(28_800));
  });

  it("makes no other version for another topic", async () => {
    const notifications = { topicArn: "arn:aws:sns:eu-west-1:111122223333:builds" };
    const digest = (of: Recorded[]) => inputsOf(of, "web-ami-workflow-approval-version-parameter")["value"];
    assert.deepEqual(digest(await pipelineWith({ ...GATED, notifications })), digest(resources));
  });

  it("needs somebody who is told, and tests to follow", async () => {
    for (const notifications of [undefined, { keyArn: "arn:of:key" }]) {
      const change = { approvalGate: {}, ...(notifications && { notifications }) };
      assert.deepEqual(await refusedWith(change), [`notifications is ${JSON.stringify(notifications ?? {})}`]);
    }
    const approvalGate = { timeoutHours: 169 };
    assert.deepEqual(await refusedWith({ ...GATED, approvalGate, tests: { skip: true, scan: false } }), [
      "approvalGate.timeoutHours is 169",
      'approvalGate is {"timeoutHours":169}',
    ]);
  });
});
