import * as assert from "node:assert/strict";
import {
  AmiBackup,
  AmiConsistency,
  type PolicyAlarms,
  type PolicySchedule,
  ScheduledResource,
  SnapshotSchedule,
  type SnapshotScheduleArgs,
} from "@groundwork/snapshot-lifecycle";
import { inputsOf, named, names, record, type Recorded, refused } from "@groundwork/core/testing";

const TOPIC = "arn:aws:sns:eu-west-1:111122223333:backups";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const KEY = "arn:aws:kms:eu-central-1:111122223333:key/copies";
const DAILY: PolicySchedule = { name: "daily", retain: { days: 7 } };
const COPIES = [{ region: "eu-central-1", keyArn: KEY, retainDays: 30 }];
const ARGS: SnapshotScheduleArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  targetTags: { Backup: "daily" },
  schedules: [DAILY],
  sourceKeyArns: [],
  alarms: { topicArns: [TOPIC] },
};

const recorded = (args: Partial<SnapshotScheduleArgs> = {}): Promise<Recorded[]> =>
  record(() => new SnapshotSchedule("x", { ...ARGS, ...args }));

/** The metric of each alarm. */
function metricsOf(resources: Recorded[]): Record<string, unknown> {
  return Object.fromEntries(names(resources, ALARM).map((name) => [name, inputsOf(resources, name)["metricName"]]));
}

/** Hours within which each alarm on something missing expects it, by the alarm. */
async function hoursOf(schedules: PolicySchedule[], alarms: PolicyAlarms = ARGS.alarms!): Promise<object> {
  const resources = await recorded({ schedules, alarms });
  const missing = names(resources, ALARM).filter((name) => name.endsWith("missing-alarm"));
  return Object.fromEntries(missing.map((name) => [name, inputsOf(resources, name)["evaluationPeriods"]]));
}

describe("alarms of a policy", () => {
  it("go off at once when something fails, in each Region's own metrics", async () => {
    assert.deepEqual(inputsOf(await recorded(), "x-create-failed-alarm"), {
      alarmDescription: "x: a snapshot failed",
      namespace: "AWS/EBS",
      metricName: "SnapshotsCreateFailed",
      dimensions: { DLMPolicyId: "x-lifecycle-policy-id" },
      statistic: "Sum",
      period: 3600,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      evaluationPeriods: 1,
      treatMissingData: "notBreaching",
      alarmActions: [TOPIC],
      okActions: [TOPIC],
      region: "eu-west-1",
      tags: { Name: "x-create-failed" },
    });
  });

  it("go off when nothing happens at all, for which AWS sends no metric", async () => {
    assert.deepEqual(inputsOf(await recorded(), "x-create-missing-alarm"), {
      alarmDescription: "x: no new snapshot",
      namespace: "AWS/EBS",
      metricName: "SnapshotsCreateCompleted",
      dimensions: { DLMPolicyId: "x-lifecycle-policy-id" },
      statistic: "Sum",
      period: 3600,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      evaluationPeriods: 26,
      datapointsToAlarm: 26,
      treatMissingData: "breaching",
      alarmActions: [TOPIC],
      okActions: [TOPIC],
      region: "eu-west-1",
      tags: { Name: "x-create-missing" },
    });
  });

  it("tell of the error state, in which a policy does nothing any more", async () => {
    const resources = await recorded({ alarms: { topicArns: [TOPIC, `${TOPIC}-too`] } });
    const { eventPattern, ...rule } = inputsOf(resources, "x-event-rule");
    assert.deepEqual(JSON.parse(eventPattern as string), {
      source: ["aws.dlm"],
      "detail-type": ["DLM Policy State Change"],
      resources: ["arn:of:x-lifecycle-policy"],
      detail: { state: ["ERROR"] },
    });
    assert.deepEqual(rule, {
      description: "x: the policy is in the error state",
      region: "eu-west-1",
      tags: { Name: "x-event-rule" },
    });
    const targets = [0, 1].map((index) => inputsOf(resources, `x-event-target-${index}`));
    assert.deepEqual(targets, [
      { rule: "x-event-rule-name", arn: TOPIC, region: "eu-west-1" },
      { rule: "x-event-rule-name", arn: `${TOPIC}-too`, region: "eu-west-1" },
    ]);
  });

  it("are on copies and on scripts where there are any", async () => {
    const copies = await recorded({ schedules: [{ ...DAILY, copies: COPIES }] });
    assert.deepEqual(metricsOf(copies), {
      "x-create-failed-alarm": "SnapshotsCreateFailed",
      "x-create-missing-alarm": "SnapshotsCreateCompleted",
      "x-copy-failed-alarm": "SnapshotsCopiedRegionFailed",
      "x-copy-missing-alarm": "SnapshotsCopiedRegionCompleted",
    });
    const scripted = ["freeze", "AWS_VSS_BACKUP"].map((document) => ({
      ...DAILY,
      name: document,
      scripts: { document },
    }));
    const scripts = await recorded({ resource: ScheduledResource.Instance, schedules: scripted });
    assert.deepEqual(metricsOf(scripts), {
      "x-create-failed-alarm": "SnapshotsCreateFailed",
      "x-create-missing-alarm": "SnapshotsCreateCompleted",
      "x-pre-script-failed-alarm": "PreScriptFailed",
      "x-post-script-failed-alarm": "PostScriptFailed",
      "x-vss-failed-alarm": "VSSBackupFailed",
    });
  });

  it("of AMIs watch AMIs", async () => {
    const resources = await record(
      () =>
        new AmiBackup("x", {
          ...ARGS,
          consistency: AmiConsistency.RebootsInstances,
          sourceKeyArns: [],
          schedules: [{ ...DAILY, copies: COPIES }],
        }),
    );
    assert.deepEqual(metricsOf(resources), {
      "x-create-failed-alarm": "ImagesCreateFailed",
      "x-create-missing-alarm": "ImagesCreateCompleted",
      "x-copy-failed-alarm": "ImagesCopiedRegionFailed",
      "x-copy-missing-alarm": "ImagesCopiedRegionCompleted",
    });
  });

  it("expect what comes most often, and a copy a day later, in which AWS still tries", async () => {
    const hourly = { ...DAILY, name: "hourly", intervalHours: 1 };
    const daily = { ...DAILY, copies: COPIES };
    assert.deepEqual(await hoursOf([hourly, daily]), { "x-create-missing-alarm": 3, "x-copy-missing-alarm": 50 });
    const weekdays = { ...DAILY, cron: "cron(0 3 ? * MON-FRI *)" };
    assert.deepEqual(await hoursOf([weekdays]), { "x-create-missing-alarm": 74 });
  });

  it("expect nothing that is rarer than alarms look back, unless told for how long", async () => {
    const weekly = { ...DAILY, cron: "cron(0 3 ? * SUN *)" };
    assert.deepEqual(await hoursOf([weekly]), {});
    const copied = [{ ...weekly, copies: COPIES }];
    assert.deepEqual(await hoursOf(copied, { topicArns: [TOPIC], missingHours: 168 }), {
      "x-create-missing-alarm": 168,
      "x-copy-missing-alarm": 168,
    });
  });

  it("wait for the policy whose id they watch", async () => {
    const alarm = named(await recorded(), "x-create-failed-alarm");
    assert.ok(alarm.propertyDependencies["dimensions"]!.some((urn) => urn.endsWith("::x-lifecycle-policy")));
  });

  it("are refused without a topic, with one of another Region, and beyond a week", async () => {
    const of = (alarms: PolicyAlarms) => refused(() => new SnapshotSchedule("x", { ...ARGS, alarms }));
    assert.deepEqual(await of({ topicArns: [] }), ["alarms.topicArns is []"]);
    assert.deepEqual(await of({ topicArns: [TOPIC, TOPIC] }), [`alarms.topicArns is ["${TOPIC}","${TOPIC}"]`]);
    const elsewhere = TOPIC.replace("eu-west-1", "eu-central-1");
    assert.deepEqual(await of({ topicArns: [elsewhere] }), [`alarms.topicArns[0] is "${elsewhere}"`]);
    assert.deepEqual(await of({ topicArns: [TOPIC], missingHours: 169 }), ["alarms.missingHours is 169"]);
  });
});
