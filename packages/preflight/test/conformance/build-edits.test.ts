import * as assert from "node:assert/strict";
import { deployOnce, having as setting, onFork, only, STACK, steps, succeeded } from "./harness/change";
import { type Edit, having, itEdits } from "./harness/edits";
import { describeEngine } from "./harness/suite";

const PROGRAM = "edits-golden-ami";
const PIPELINE = "web-ami-pipeline";
const GATE = "web-ami-workflow-approval";
const POLICY = "web-ami-lifecycle-policy";

const told = { notifications: { topicArn: "arn:aws:sns:eu-central-1:123456789012:builds" } };
const gated = { ...told, approvalGate: {} };
const managed = ["build", "test"].map(
  (kind) => `arn:aws:imagebuilder:eu-central-1:aws:workflow/${kind}/${kind}-image/x.x.x`,
);
const scheduled = { schedule: { expression: "cron(0 4 ? * sun *)", timeZone: "Europe/Berlin" } };

const edits: Edit[] = [
  {
    does: "has a gate before the pipeline waits at it",
    of: "pipeline",
    from: told,
    to: gated,
    steps: [
      [`create ${GATE}-version-parameter`, "create web-ami-execution-workflow-policy"],
      [`create ${GATE}`],
      [`update ${PIPELINE} workflows`],
    ],
    state: { [GATE]: { name: "web-approval", version: "1.0.1" } },
  },
  {
    does: "gives its gate up after the pipeline does, which has AWS's own workflows again, and its schedule",
    of: "pipeline",
    from: { ...gated, ...scheduled },
    to: { ...told, schedule: { onlyByHand: true } },
    steps: [[`update ${PIPELINE} schedule workflows`], [`delete ${GATE}`], [`delete ${GATE}-version-parameter`]],
    anytime: ["delete web-ami-execution-workflow-policy"],
    state: {
      [PIPELINE]: {
        schedule: undefined,
        workflows: [
          { workflowArn: managed[0], parameters: [] },
          { workflowArn: managed[1], parameters: [], onFailure: "ABORT" },
        ],
      },
    },
  },
  {
    does: "waits for another time by another version of its gate, which is there before the old one goes",
    of: "pipeline",
    from: gated,
    to: { ...told, approvalGate: { timeoutHours: 24 } },
    steps: [
      [`update ${GATE}-version-parameter value`],
      [`create-replacement ${GATE} data version`],
      [`update ${PIPELINE} workflows`],
      [`delete-replaced ${GATE}`],
    ],
    anytime: [`replace ${GATE}`],
    state: { [GATE]: { version: "1.0.2" } },
  },
  {
    does: "is built by UTC when it names no time zone, scanned no more, and retired by other rules, in place",
    of: "pipeline",
    from: scheduled,
    to: {
      schedule: { expression: scheduled.schedule.expression },
      tests: { scan: false },
      lifecycle: { rules: [{ action: "DELETE", keepNewest: 5 }] },
    },
    steps: [[`update ${PIPELINE} imageScanningConfiguration schedule`, `update ${POLICY} policyDetails`]],
    state: {
      [PIPELINE]: {
        imageScanningConfiguration: { imageScanningEnabled: false },
        schedule: {
          scheduleExpression: "cron(0 4 ? * sun *)",
          timezone: "Etc/UTC",
          pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
        },
      },
    },
  },
];

describeEngine("how golden AMIs are built, when that is edited", () => itEdits(PROGRAM, edits));

describeEngine("the bucket of the logs of builds, when it is given up", () => {
  const deployed = deployOnce(PROGRAM);
  const elsewhere = setting(having("pipeline", { logs: { bucketName: "our-logs" } }));

  it("stays while it holds logs, and goes once that was said in a deployment of its own", () =>
    onFork(deployed(), async (pulumi) => {
      const bucket = only(pulumi.cloud.all(), "web-ami-log-bucket").id;
      pulumi.cloud.writeInto(bucket);
      const refused = await pulumi.up(STACK, elsewhere);
      assert.match(refused.output, /BucketNotEmpty/);
      const logging = only(pulumi.cloud.all(), "web-ami-infrastructure-configuration").outputs["logging"];
      assert.deepEqual(logging, { s3Logs: { s3BucketName: "our-logs", s3KeyPrefix: "web" } });
      succeeded(await pulumi.up(STACK, setting(having("pipeline", { logs: { deleteLogsWithBucket: true } }))));
      succeeded(await pulumi.up(STACK, elsewhere));
      assert.equal(
        pulumi.cloud.all().some(({ id }) => id === bucket),
        false,
      );
      assert.deepEqual(steps(succeeded(await pulumi.up(STACK, elsewhere))), []);
    }));
});
