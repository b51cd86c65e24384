import * as assert from "node:assert/strict";
import {
  type PolicySchedule,
  ScheduledResource,
  ScriptStage,
  SnapshotSchedule,
  type SnapshotScheduleArgs,
  VariableTag,
} from "@groundwork/snapshot-lifecycle";
import { inputsOf, record, refused } from "@groundwork/core/testing";

const DAILY: PolicySchedule = { name: "daily", retain: { days: 7 } };
const MONTHLY: PolicySchedule = { name: "monthly", cron: "cron(0 3 1 * ? *)", retain: { days: 31 } };
const ARGS: SnapshotScheduleArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  targetTags: { Backup: "daily" },
  schedules: [DAILY],
  sourceKeyArns: [],
};
const KEY = "arn:aws:kms:eu-west-1:111122223333:key/volumes";
const INSTANCES = { resource: ScheduledResource.Instance };

/** The inputs of a policy's one schedule. */
async function inputsFor(schedule: PolicySchedule, args = {}): Promise<Record<string, unknown>> {
  const resources = await record(() => new SnapshotSchedule("nightly", { ...ARGS, schedules: [schedule], ...args }));
  const details = inputsOf(resources, "nightly-lifecycle-policy")["policyDetails"] as Record<string, unknown>;
  return (details["schedules"] as Record<string, unknown>[])[0]!;
}

/** What the mistakes in a policy of one schedule are about, without the schedule. */
async function problemsOf(schedule: PolicySchedule, args = {}): Promise<string[]> {
  const problems = await refused(() => new SnapshotSchedule("nightly", { ...ARGS, schedules: [schedule], ...args }));
  return problems.map((problem) => problem.replace(/^schedules\[0\]\./, ""));
}

describe("SnapshotSchedule's archive", () => {
  it("keeps what a schedule made in the archive tier, by days or by count", async () => {
    const byDays = await inputsFor({ ...MONTHLY, archive: { days: 365 } });
    assert.deepEqual(byDays["retainRule"], { interval: 31, intervalUnit: "DAYS" });
    assert.deepEqual(byDays["archiveRule"], {
      archiveRetainRule: { retentionArchiveTier: { interval: 365, intervalUnit: "DAYS" } },
    });
    const byCount = await inputsFor({ ...MONTHLY, retain: { count: 1 }, archive: { count: 12 } });
    assert.deepEqual(byCount["archiveRule"], { archiveRetainRule: { retentionArchiveTier: { count: 12 } } });
  });

  it("is refused for less than 90 days, which AWS bills anyway", async () => {
    assert.deepEqual(await problemsOf({ ...MONTHLY, archive: { days: 89 } }), ['archive is {"days":89}']);
    const counted = { ...MONTHLY, retain: { count: 1 } };
    assert.deepEqual(await problemsOf({ ...counted, archive: { count: 3 } }), ['archive is {"count":3}']);
    assert.ok(await inputsFor({ ...counted, archive: { count: 4 } }));
  });

  it("is refused more often than monthly, by an interval, of instances, and by another kind of retention", async () => {
    const archive = { days: 90 };
    assert.deepEqual(await problemsOf({ ...MONTHLY, cron: "cron(0 3 1,15 * ? *)", archive }), [
      'archive is {"days":90}',
    ]);
    assert.deepEqual(await problemsOf({ ...DAILY, archive }), ['archive is {"days":90}']);
    assert.deepEqual(await problemsOf({ ...MONTHLY, archive }, INSTANCES), ['archive is {"days":90}']);
    assert.deepEqual(await problemsOf({ ...MONTHLY, archive: { count: 12 } }), ['archive is {"count":12}']);
    assert.deepEqual(await problemsOf({ ...MONTHLY, archive: {} }), ["archive is {}", "archive is {}"]);
  });

  it("needs the volumes' keys, unless it is said that there are none", async () => {
    const archive = { days: 365 };
    const keys = async (sourceKeyArns: string[]) => {
      const made = () =>
        new SnapshotSchedule("nightly", { ...ARGS, schedules: [{ ...MONTHLY, archive }], sourceKeyArns });
      const policy = inputsOf(await record(made), "nightly-role-policy")["policy"] as string;
      const { Statement } = JSON.parse(policy) as { Statement: { Action: string | string[]; Resource: unknown }[] };
      return Statement.filter(({ Action }) => String(Action).includes("kms:")).map(({ Resource }) => Resource);
    };
    assert.deepEqual(await keys([KEY]), [[KEY], [KEY]]);
    assert.deepEqual(await keys([]), []);
    const missing = { sourceKeyArns: undefined };
    assert.deepEqual(await problemsOf({ ...MONTHLY, archive }, missing), ["sourceKeyArns is missing"]);
  });

  it("is refused in a second schedule", async () => {
    const schedules = ["first", "second"].map((name) => ({ ...MONTHLY, name, archive: { days: 90 } }));
    assert.deepEqual(await problemsOf(MONTHLY, { schedules }), ['schedules is ["first","second"]']);
  });
});

describe("SnapshotSchedule's fast restore", () => {
  const fastRestore = { zones: ["eu-west-1a", "eu-west-1b"], retain: { days: 1 } };

  it("is enabled in zones, for days or for a count", async () => {
    assert.deepEqual((await inputsFor({ ...DAILY, fastRestore }))["fastRestoreRule"], {
      availabilityZones: ["eu-west-1a", "eu-west-1b"],
      interval: 1,
      intervalUnit: "DAYS",
    });
    const counted = { ...DAILY, retain: { count: 7 }, fastRestore: { ...fastRestore, retain: { count: 1 } } };
    assert.deepEqual((await inputsFor(counted))["fastRestoreRule"], {
      availabilityZones: ["eu-west-1a", "eu-west-1b"],
      count: 1,
    });
  });

  it("is refused without zones, with one twice, or with one of another Region", async () => {
    const of = (...zones: string[]) => problemsOf({ ...DAILY, fastRestore: { ...fastRestore, zones } });
    assert.deepEqual(await of(), ["fastRestore.zones is []"]);
    assert.deepEqual(await of("eu-west-1a", "eu-west-1a"), ['fastRestore.zones is ["eu-west-1a","eu-west-1a"]']);
    assert.deepEqual(await of("eu-central-1a"), ['fastRestore.zones[0] is "eu-central-1a"']);
  });

  it("is refused for longer than the schedule keeps, and by another kind of retention", async () => {
    const of = (retain: object) => problemsOf({ ...DAILY, fastRestore: { ...fastRestore, retain } });
    assert.deepEqual(await of({ days: 8 }), ["fastRestore.retain.days is 8"]);
    assert.deepEqual(await of({ count: 1 }), ['fastRestore.retain is {"count":1}']);
  });
});

describe("SnapshotSchedule's sharing", () => {
  it("lets accounts use the snapshots, until they are deleted or for some days", async () => {
    const accountIds = ["444455556666"];
    assert.deepEqual((await inputsFor({ ...DAILY, sharing: { accountIds } }))["shareRule"], {
      targetAccounts: accountIds,
    });
    assert.deepEqual((await inputsFor({ ...DAILY, sharing: { accountIds, unshareDays: 6 } }))["shareRule"], {
      targetAccounts: accountIds,
      unshareInterval: 6,
      unshareIntervalUnit: "DAYS",
    });
  });

  it("is refused with nobody, with its own account, and for longer than a snapshot is kept", async () => {
    const accountIds = ["444455556666"];
    assert.deepEqual(await problemsOf({ ...DAILY, sharing: { accountIds: [] } }), ["sharing.accountIds is []"]);
    assert.deepEqual(await problemsOf({ ...DAILY, sharing: { accountIds: ["111122223333", "1"] } }), [
      'sharing.accountIds[0] is "111122223333"',
      'sharing.accountIds[1] is "1"',
    ]);
    assert.deepEqual(await problemsOf({ ...DAILY, sharing: { accountIds, unshareDays: 7 } }), [
      "sharing.unshareDays is 7",
    ]);
    const hourly = { ...DAILY, intervalHours: 1, retain: { count: 48 } };
    assert.deepEqual(await problemsOf({ ...hourly, sharing: { accountIds, unshareDays: 2 } }), [
      "sharing.unshareDays is 2",
    ]);
    assert.ok(await inputsFor({ ...hourly, sharing: { accountIds, unshareDays: 1 } }));
  });
});

describe("SnapshotSchedule's scripts", () => {
  it("run before and after, in a time, and are tried again once: whatever AWS would keep is sent", async () => {
    const { createRule } = await inputsFor({ ...DAILY, scripts: { document: "freeze-database" } }, INSTANCES);
    assert.deepEqual((createRule as Record<string, unknown>)["scripts"], {
      executionHandler: "freeze-database",
      executionHandlerService: "AWS_SYSTEMS_MANAGER",
      stages: ["PRE", "POST"],
      executionTimeout: 10,
      maximumRetryCount: 1,
      executeOperationOnScriptFailure: true,
    });
  });

  it("run as they are told", async () => {
    const scripts = {
      document: "arn:aws:ssm:eu-west-1:444455556666:document/freeze",
      stages: [ScriptStage.Before],
      timeoutSeconds: 60,
      retries: 3,
      skipOnFailure: true,
    };
    const { createRule } = await inputsFor({ ...DAILY, scripts }, INSTANCES);
    assert.deepEqual((createRule as Record<string, unknown>)["scripts"], {
      executionHandler: "arn:aws:ssm:eu-west-1:444455556666:document/freeze",
      executionHandlerService: "AWS_SYSTEMS_MANAGER",
      stages: ["PRE"],
      executionTimeout: 60,
      maximumRetryCount: 3,
      executeOperationOnScriptFailure: false,
    });
  });

  it("of VSS are AWS's own, with their own time", async () => {
    const { createRule } = await inputsFor({ ...DAILY, scripts: { document: "AWS_VSS_BACKUP" } }, INSTANCES);
    assert.deepEqual((createRule as Record<string, unknown>)["scripts"], {
      executionHandler: "AWS_VSS_BACKUP",
      maximumRetryCount: 1,
      executeOperationOnScriptFailure: true,
    });
    const scripts = { document: "AWS_VSS_BACKUP", stages: [ScriptStage.Before], timeoutSeconds: 60 };
    assert.deepEqual(await problemsOf({ ...DAILY, scripts }, INSTANCES), [
      'scripts.stages is ["PRE"]',
      "scripts.timeoutSeconds is 60",
    ]);
  });

  it("are refused out of range, and for volumes, on which nothing runs", async () => {
    const scripts = { document: "no such name", stages: [], timeoutSeconds: 121, retries: 0 };
    assert.deepEqual(await problemsOf({ ...DAILY, scripts }, INSTANCES), [
      'scripts.document is "no such name"',
      "scripts.stages is []",
      "scripts.timeoutSeconds is 121",
      "scripts.retries is 0",
    ]);
    assert.deepEqual(await problemsOf({ ...DAILY, scripts: { document: "freeze" } }), [
      'scripts is {"document":"freeze"}',
    ]);
  });
});

describe("SnapshotSchedule's tags", () => {
  it("are those of the source, and others, some with the run's values", async () => {
    const variableTags = { Instance: VariableTag.InstanceId, Taken: VariableTag.Timestamp };
    const schedule = await inputsFor({ ...DAILY, snapshotTags: { Kind: "backup" }, variableTags }, INSTANCES);
    assert.deepEqual(schedule["tagsToAdd"], { Kind: "backup" });
    assert.deepEqual(schedule["variableTags"], { Instance: "$(instance-id)", Taken: "$(timestamp)" });
    assert.equal(schedule["copyTags"], true);
  });

  it("of the source are left out, and of a copy, where that is said", async () => {
    const keyArn = "arn:aws:kms:eu-central-1:111122223333:key/two";
    const copies = [{ region: "eu-central-1", keyArn, retainDays: 30, withoutTags: true }];
    const schedule = await inputsFor({ ...DAILY, withoutSourceTags: true, copies }, { sourceKeyArns: [] });
    assert.equal("copyTags" in schedule, false);
    assert.equal((schedule["crossRegionCopyRules"] as Record<string, unknown>[])[0]!["copyTags"], false);
  });

  it("of a run are refused for volumes, with another value, and beyond 45 of both kinds", async () => {
    const variableTags = { Instance: VariableTag.InstanceId };
    assert.deepEqual(await problemsOf({ ...DAILY, variableTags }), ['variableTags is {"Instance":"$(instance-id)"}']);
    const odd = { Instance: "$(owner)" as VariableTag };
    assert.deepEqual(await problemsOf({ ...DAILY, variableTags: odd }, INSTANCES), [
      'variableTags.Instance is "$(owner)"',
    ]);
    const snapshotTags = Object.fromEntries(Array.from({ length: 45 }, (_, index) => [`Tag${index}`, "x"]));
    assert.deepEqual(await problemsOf({ ...DAILY, variableTags, snapshotTags }, INSTANCES), [
      'snapshotTags is "46 tags"',
    ]);
  });
});

describe("SnapshotSchedule's exclusions", () => {
  it("are refused for volumes, which are chosen one by one", async () => {
    const args = { excludeBootVolumes: true, excludeDataVolumeTags: { Backup: "never" } };
    assert.deepEqual(await problemsOf(DAILY, args), [
      "excludeBootVolumes is true",
      'excludeDataVolumeTags is {"Backup":"never"}',
    ]);
  });
});

describe("two schedules of a program", () => {
  const both = (one: Partial<SnapshotScheduleArgs>, other: Partial<SnapshotScheduleArgs>) => () => {
    new SnapshotSchedule("one", { ...ARGS, ...one });
    new SnapshotSchedule("other", { ...ARGS, ...other });
  };

  it("are refused for one tag, because each would snapshot what carries it", async () => {
    let problems: string[] = [];
    await record(() => {
      try {
        both({}, { targetTags: { Backup: "daily", Team: "web" } })();
      } catch (error) {
        problems = (error as { problems: string[] }).problems;
      }
    });
    assert.deepEqual(problems, [
      'targetTags is {"Backup":"daily","Team":"web"}, but must be tags that no other policy looks for, where one looks for Backup=daily; join the schedules in one policy, or choose another tag: each would make a snapshot.',
    ]);
  });

  it("are taken for different tags, Regions, accounts and kinds of resources, and in another program", async () => {
    await record(both({}, { targetTags: { Backup: "weekly" } }));
    await record(both({}, { place: { ...ARGS.place, region: "eu-central-1" } }));
    await record(both({}, { place: { ...ARGS.place, accountId: "444455556666" } }));
    await record(both({}, { resource: ScheduledResource.Instance }));
    await record(() => new SnapshotSchedule("third", ARGS));
  });
});
