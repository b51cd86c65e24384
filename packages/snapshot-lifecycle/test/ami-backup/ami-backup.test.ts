import * as assert from "node:assert/strict";
import {
  AmiBackup,
  type AmiBackupArgs,
  AmiConsistency,
  type AmiSchedule,
  SnapshotSchedule,
} from "@groundwork/snapshot-lifecycle";
import { inputsOf, made, named, record, refused, waitsFor } from "@groundwork/core/testing";

const WEEKLY: AmiSchedule = { name: "weekly", cron: "cron(0 3 ? * SUN *)", retain: { days: 35 } };
const COPY_KEY = "arn:aws:kms:eu-central-1:111122223333:key/two";
const ARGS: AmiBackupArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  targetTags: { Backup: "image" },
  consistency: AmiConsistency.RebootsInstances,
  schedules: [WEEKLY],
  sourceKeyArns: ["arn:aws:kms:eu-west-1:111122223333:key/one"],
};

async function detailsFor(args: Partial<AmiBackupArgs>): Promise<Record<string, unknown>> {
  const resources = await record(() => new AmiBackup("web", { ...ARGS, ...args }));
  return inputsOf(resources, "web-lifecycle-policy")["policyDetails"] as Record<string, unknown>;
}

async function scheduleFor(schedule: Partial<AmiSchedule>): Promise<Record<string, unknown>> {
  const { schedules } = await detailsFor({ schedules: [{ ...WEEKLY, ...schedule }] });
  return (schedules as Record<string, unknown>[])[0]!;
}

/** What the mistakes in a policy of one schedule are about, without the schedule. */
async function problemsOf(schedule: Partial<AmiSchedule>, args: Partial<AmiBackupArgs> = {}): Promise<string[]> {
  const problems = await refused(
    () => new AmiBackup("web", { ...ARGS, schedules: [{ ...WEEKLY, ...schedule }], ...args }),
  );
  return problems.map((problem) => problem.replace(/^schedules\[0\]\./, ""));
}

describe("AmiBackup", () => {
  it("makes AMIs of tagged instances under a role of its own, and protects what removes them", async () => {
    const resources = await record(() => new AmiBackup("web", ARGS));
    assert.deepEqual(made(resources), [
      ["snapshot-lifecycle:index:AmiBackup", "web"],
      ["aws:dlm/lifecyclePolicy:LifecyclePolicy", "web-lifecycle-policy"],
      ["aws:iam/role:Role", "web-role"],
      ["aws:iam/rolePolicy:RolePolicy", "web-role-policy"],
    ]);
    assert.deepEqual(inputsOf(resources, "web-lifecycle-policy"), {
      description: "AMIs of web",
      executionRoleArn: "arn:of:web-role",
      state: "ENABLED",
      policyDetails: {
        policyType: "IMAGE_MANAGEMENT",
        resourceTypes: ["INSTANCE"],
        targetTags: { Backup: "image" },
        parameters: { noReboot: false },
        schedules: [
          {
            name: "weekly",
            copyTags: true,
            createRule: { cronExpression: "cron(0 3 ? * SUN *)" },
            retainRule: { interval: 35, intervalUnit: "DAYS" },
          },
        ],
      },
      region: "eu-west-1",
      tags: { Name: "web" },
    });
    const policy = named(resources, "web-lifecycle-policy");
    assert.deepEqual(waitsFor(policy), ["web-role", "web-role-policy"]);
    assert.equal(policy.protect, true);
  });

  it("leaves instances running only where that is said, because such an AMI may not start", async () => {
    const { parameters } = await detailsFor({ consistency: AmiConsistency.AsAfterPowerFailure });
    assert.deepEqual(parameters, { noReboot: true });
  });

  it("copies to another Region by the field that is for AMIs, and deprecates copies", async () => {
    const copy = { region: "eu-central-1", keyArn: COPY_KEY, retainDays: 35, deprecateDays: 14 };
    assert.deepEqual((await scheduleFor({ copies: [copy] }))["crossRegionCopyRules"], [
      {
        targetRegion: "eu-central-1",
        encrypted: true,
        cmkArn: COPY_KEY,
        copyTags: true,
        retainRule: { interval: 35, intervalUnit: "DAYS" },
        deprecateRule: { interval: 14, intervalUnit: "DAYS" },
      },
    ]);
  });

  it("deprecates by days or by count, and tags AMIs", async () => {
    const tags = { amiTags: { Kind: "backup" }, instanceIdTag: "Instance", withoutSourceTags: true };
    const schedule = await scheduleFor({ deprecate: { days: 14 }, ...tags });
    assert.deepEqual(schedule["deprecateRule"], { interval: 14, intervalUnit: "DAYS" });
    assert.deepEqual(schedule["tagsToAdd"], { Kind: "backup" });
    assert.deepEqual(schedule["variableTags"], { Instance: "$(instance-id)" });
    assert.equal("copyTags" in schedule, false);
    const counted = await scheduleFor({ retain: { count: 5 }, deprecate: { count: 2 } });
    assert.deepEqual(counted["deprecateRule"], { count: 2 });
  });

  it("refuses every wrong argument at once and before anything is registered", async () => {
    const args: Partial<AmiBackupArgs> = {
      place: { accountId: "1", region: "eu-west-1" },
      targetTags: {},
      consistency: "maybe" as AmiConsistency,
      alarms: { topicArns: [] },
      sourceKeyArns: undefined,
    };
    const schedule: Partial<AmiSchedule> = {
      name: "",
      cron: "cron(0 3 ? * SUN 2027)",
      retain: { days: 0 },
      copies: [{ region: "Frankfurt", keyArn: COPY_KEY, retainDays: 30 }],
      amiTags: { "aws:kind": "backup" },
      instanceIdTag: "aws:instance",
    };
    assert.deepEqual(await problemsOf(schedule, args), [
      'place.accountId is "1"',
      "targetTags is {}",
      'consistency is "maybe"',
      'name is ""',
      'cron is "cron(0 3 ? * SUN 2027)"',
      "retain.days is 0",
      'copies[0].region is "Frankfurt"',
      'instanceIdTag is "aws:instance"',
      'amiTags is {"aws:kind":"backup"}',
      "sourceKeyArns is missing",
      "alarms.topicArns is []",
    ]);
  });

  it("refuses to deprecate what is gone by then, or by another kind than it is kept", async () => {
    assert.deepEqual(await problemsOf({ deprecate: { days: 36 } }), ["deprecate.days is 36"]);
    assert.deepEqual(await problemsOf({ retain: { days: 9000 }, deprecate: { days: 3651 } }), [
      "deprecate.days is 3651",
    ]);
    assert.deepEqual(await problemsOf({ deprecate: { count: 2 } }), ['deprecate is {"count":2}']);
    const copies = [{ region: "eu-central-1", keyArn: COPY_KEY, retainDays: 14, deprecateDays: 15 }];
    assert.deepEqual(await problemsOf({ copies }), ["copies[0].deprecateDays is 15"]);
  });

  it("refuses copies that are gone before the next one, and a tag that it looks for", async () => {
    const copies = [{ region: "eu-central-1", keyArn: COPY_KEY, retainDays: 7 }];
    assert.deepEqual(await problemsOf({ copies }), ["copies[0].retainDays is 7"]);
    assert.deepEqual(await problemsOf({ amiTags: { Backup: "image" } }), ['amiTags is {"Backup":"image"}']);
  });

  it("is refused beside another for the same tag, but not beside snapshots of the same instances", async () => {
    let problems: string[] = [];
    await record(() => {
      new AmiBackup("one", ARGS);
      try {
        new AmiBackup("other", ARGS);
      } catch (error) {
        ({ problems } = error as { problems: string[] });
      }
      new SnapshotSchedule("snapshots", { ...ARGS, schedules: [{ name: "daily", retain: { days: 7 } }] });
    });
    assert.equal(problems.length, 1);
    assert.match(problems[0]!, /^targetTags is .*where one looks for Backup=image/);
  });
});
