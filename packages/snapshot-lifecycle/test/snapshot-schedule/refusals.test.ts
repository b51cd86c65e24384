import * as assert from "node:assert/strict";
import { type PolicySchedule, SnapshotSchedule, type SnapshotScheduleArgs } from "@groundwork/snapshot-lifecycle";
import { record, refused } from "@groundwork/core/testing";

const DAILY: PolicySchedule = { name: "daily", retain: { days: 7 } };
const KEY = "arn:aws:kms:eu-west-1:111122223333:key/one";
const COPY_KEY = "arn:aws:kms:eu-central-1:111122223333:key/two";

const ARGS: SnapshotScheduleArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  targetTags: { Backup: "daily" },
  schedules: [DAILY],
};

const COPIED: PolicySchedule = { ...DAILY, copies: [{ region: "eu-central-1", keyArn: COPY_KEY, retainDays: 30 }] };

const COPIES: SnapshotScheduleArgs = { ...ARGS, schedules: [COPIED], sourceKeyArns: [KEY] };

/** What the problems of `args` are about. */
function problemsOf(args: SnapshotScheduleArgs): Promise<string[]> {
  return refused(() => new SnapshotSchedule("nightly", args));
}

describe("SnapshotSchedule", () => {
  it("refuses every wrong argument at once and before anything is registered", async () => {
    const args: SnapshotScheduleArgs = {
      place: { accountId: "1", region: "eu-west-1" },
      targetTags: {},
      excludeBootVolumes: true,
      schedules: [
        {
          name: "",
          intervalHours: 5,
          startTime: "3:00",
          retain: { days: 0 },
          snapshotTags: { "aws:kind": "backup" },
          copies: [{ region: "Frankfurt", keyArn: COPY_KEY, retainDays: 30 }],
        },
      ],
    };
    assert.deepEqual(await problemsOf(args), [
      'place.accountId is "1"',
      "targetTags is {}",
      "excludeBootVolumes is true",
      'schedules[0].name is ""',
      "schedules[0].intervalHours is 5",
      'schedules[0].startTime is "3:00"',
      "schedules[0].retain.days is 0",
      'schedules[0].copies[0].region is "Frankfurt"',
      'schedules[0].snapshotTags is {"aws:kind":"backup"}',
      "sourceKeyArns is missing",
    ]);
  });

  it("refuses no schedule, a fifth, two of one name, and both kinds of retention in one policy", async () => {
    assert.deepEqual(await problemsOf({ ...ARGS, schedules: [] }), ["schedules is []"]);
    const five = ["a", "b", "c", "d", "e"].map((name) => ({ ...DAILY, name }));
    assert.deepEqual(await problemsOf({ ...ARGS, schedules: five }), ['schedules is ["a","b","c","d","e"]']);
    assert.deepEqual(await problemsOf({ ...ARGS, schedules: [DAILY, DAILY] }), ['schedules is ["daily","daily"]']);
    const mixed = [DAILY, { name: "hourly", intervalHours: 1, retain: { count: 24 } }];
    assert.deepEqual(await problemsOf({ ...ARGS, schedules: mixed }), [
      'schedules is [{"name":"daily","retain":{"days":7}},{"name":"hourly","retain":{"count":24}}]',
    ]);
  });

  it("refuses what is kept for no time and no number, for both, or not until the next one", async () => {
    const of = (schedule: Partial<PolicySchedule>) => problemsOf({ ...ARGS, schedules: [{ ...DAILY, ...schedule }] });
    assert.deepEqual(await of({ retain: {} }), ["schedules[0].retain is {}"]);
    assert.deepEqual(await of({ retain: { days: 7, count: 7 } }), ['schedules[0].retain is {"days":7,"count":7}']);
    assert.deepEqual(await of({ retain: { count: 1001 } }), ["schedules[0].retain.count is 1001"]);
    const weekly = "cron(0 3 ? * SUN *)";
    assert.deepEqual(await of({ cron: weekly, retain: { days: 6 } }), ["schedules[0].retain.days is 6"]);
    assert.equal((await record(() => new SnapshotSchedule("nightly", ARGS))).length, 4);
  });

  it("refuses a cron that fires too often, too rarely or beside an interval", async () => {
    const of = (schedule: Partial<PolicySchedule>) => problemsOf({ ...ARGS, schedules: [{ ...DAILY, ...schedule }] });
    for (const cron of ["cron(0/30 * * * ? *)", "cron(0 3 1 1 ? 2028)", "rate(1 day)"]) {
      assert.deepEqual(await of({ cron }), [`schedules[0].cron is "${cron}"`]);
    }
    assert.deepEqual(await of({ cron: "cron(0 3 * * ? *)", intervalHours: 24, startTime: "03:00" }), [
      "schedules[0].intervalHours is 24",
      'schedules[0].startTime is "03:00"',
    ]);
  });

  it("refuses a fourth Region, one Region twice, its own, and one of another partition", async () => {
    const copy = (region: string) => ({
      region,
      keyArn: `arn:aws:kms:${region}:111122223333:key/two`,
      retainDays: 30,
    });
    const of = (...regions: string[]) =>
      problemsOf({ ...COPIES, schedules: [{ ...DAILY, copies: regions.map(copy) }] });
    assert.deepEqual(await of("eu-central-1", "eu-west-2", "eu-west-3", "eu-west-3"), [
      'schedules[0].copies is ["eu-central-1","eu-west-2","eu-west-3","eu-west-3"]',
      'schedules[0].copies is ["eu-central-1","eu-west-2","eu-west-3","eu-west-3"]',
    ]);
    assert.deepEqual(await of("eu-west-1"), ['schedules[0].copies[0].region is "eu-west-1"']);
    assert.deepEqual(await of("cn-north-1"), [
      'schedules[0].copies[0].region is "cn-north-1"',
      'schedules[0].copies[0].keyArn is "arn:aws:kms:cn-north-1:111122223333:key/two"',
    ]);
  });

  it("refuses a copy's key that is AWS's own or of another Region, because nobody could share or read the copy", async () => {
    for (const keyArn of ["arn:aws:kms:eu-central-1:111122223333:alias/aws/ebs", KEY]) {
      const copies = [{ region: "eu-central-1", keyArn, retainDays: 30 }];
      assert.deepEqual(await problemsOf({ ...COPIES, schedules: [{ ...DAILY, copies }] }), [
        `schedules[0].copies[0].keyArn is "${keyArn}"`,
      ]);
    }
  });

  it("refuses copies that are gone before the next one, because each would then be a full one", async () => {
    const copies = [{ region: "eu-central-1", keyArn: COPY_KEY, retainDays: 1 }];
    const daily = { ...DAILY, copies };
    assert.deepEqual(await problemsOf({ ...COPIES, schedules: [daily] }), ["schedules[0].copies[0].retainDays is 1"]);
    const weekly = { ...daily, cron: "cron(0 3 ? * SUN *)", copies: [{ ...copies[0]!, retainDays: 7 }] };
    assert.deepEqual(await problemsOf({ ...COPIES, schedules: [weekly] }), ["schedules[0].copies[0].retainDays is 7"]);
    const twiceADay = { ...COPIES, schedules: [{ ...daily, intervalHours: 12 }] };
    assert.equal((await record(() => new SnapshotSchedule("nightly", twiceADay))).length, 4);
  });

  it("refuses to add a tag that it looks for, because whatever is made of the snapshot would be snapshotted, too", async () => {
    const snapshotTags = { Backup: "daily", Kind: "backup" };
    assert.deepEqual(await problemsOf({ ...ARGS, schedules: [{ ...DAILY, snapshotTags }] }), [
      'schedules[0].snapshotTags is {"Backup":"daily","Kind":"backup"}',
    ]);
    const others = { ...ARGS, schedules: [{ ...DAILY, snapshotTags: { Backup: "copy" } }] };
    assert.equal((await record(() => new SnapshotSchedule("nightly", others))).length, 4);
  });
});
