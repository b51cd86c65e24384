import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
  type PolicySchedule,
  ScheduledResource,
  SnapshotSchedule,
  type SnapshotScheduleArgs,
} from "@groundwork/snapshot-lifecycle";
import { formerNames, inputsOf, made, named, record, type Recorded, refused, waitsFor } from "@groundwork/core/testing";

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

/** The statements that every schedule's role has. */
const BASE = [
  {
    Effect: "Allow",
    Action: ["ec2:DescribeInstances", "ec2:DescribeVolumes", "ec2:DescribeSnapshots"],
    Resource: "*",
  },
  { Effect: "Allow", Action: ["ec2:CreateSnapshot", "ec2:CreateSnapshots"], Resource: "*" },
  { Effect: "Allow", Action: ["ec2:DeleteSnapshot", "ec2:CreateTags"], Resource: "arn:aws:ec2:*::snapshot/*" },
];

/** The details of the policy that is registered. */
function detailsOf(resources: Recorded[]): Record<string, unknown> {
  return inputsOf(resources, "nightly-lifecycle-policy")["policyDetails"] as Record<string, unknown>;
}

/** The one schedule of the policy that is registered. */
function scheduleOf(resources: Recorded[]): Record<string, unknown> {
  return (detailsOf(resources)["schedules"] as Record<string, unknown>[])[0]!;
}

/** What the problems of `args` are about. */
function problemsOf(args: SnapshotScheduleArgs): Promise<string[]> {
  return refused(() => new SnapshotSchedule("nightly", args));
}

describe("SnapshotSchedule", () => {
  let resources: Recorded[];
  let copied: Recorded[];

  before(async () => {
    resources = await record(() => new SnapshotSchedule("nightly", ARGS));
    copied = await record(() => new SnapshotSchedule("nightly", COPIES));
  });

  it("snapshots tagged volumes once a day and keeps the tags of what it snapshots", () => {
    assert.deepEqual(made(resources), [
      ["snapshot-lifecycle:index:SnapshotSchedule", "nightly"],
      ["aws:dlm/lifecyclePolicy:LifecyclePolicy", "nightly-lifecycle-policy"],
      ["aws:iam/role:Role", "nightly-role"],
      ["aws:iam/rolePolicy:RolePolicy", "nightly-role-policy"],
    ]);
    assert.deepEqual(inputsOf(resources, "nightly-lifecycle-policy"), {
      description: "Snapshots of nightly",
      executionRoleArn: "arn:of:nightly-role",
      state: "ENABLED",
      policyDetails: {
        policyType: "EBS_SNAPSHOT_MANAGEMENT",
        resourceTypes: ["VOLUME"],
        targetTags: { Backup: "daily" },
        schedules: [
          {
            name: "daily",
            copyTags: true,
            createRule: { interval: 24, intervalUnit: "HOURS", times: "03:00" },
            retainRule: { interval: 7, intervalUnit: "DAYS" },
          },
        ],
      },
      region: "eu-west-1",
      tags: { Name: "nightly" },
    });
  });

  it("keeps what is deployed under the names of earlier versions", () => {
    assert.deepEqual(formerNames(resources), {
      "nightly-lifecycle-policy": ["nightly-policy"],
      "nightly-role-policy": ["nightly-permissions"],
    });
  });

  it("waits for the role's permissions, because a policy without them errs where nobody looks", () => {
    assert.deepEqual(waitsFor(named(resources, "nightly-lifecycle-policy")), ["nightly-role", "nightly-role-policy"]);
  });

  it("runs under a role that only this account's policies assume and that cannot copy unless it must", () => {
    assert.deepEqual(JSON.parse(inputsOf(resources, "nightly-role")["assumeRolePolicy"] as string), {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "dlm.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": "111122223333" },
            ArnLike: { "aws:SourceArn": "arn:aws:dlm:*:111122223333:policy/*" },
          },
        },
      ],
    });
    assert.deepEqual(JSON.parse(inputsOf(resources, "nightly-role-policy")["policy"] as string), {
      Version: "2012-10-17",
      Statement: BASE,
    });
  });

  it("copies to another Region under a key of that Region, never under the one that cannot be shared", () => {
    assert.deepEqual(scheduleOf(copied)["crossRegionCopyRules"], [
      {
        target: "eu-central-1",
        encrypted: true,
        cmkArn: COPY_KEY,
        copyTags: true,
        retainRule: { interval: 30, intervalUnit: "DAYS" },
      },
    ]);
  });

  it("may use the keys on both sides of a copy, because without them copies fail silently", () => {
    const keys = [KEY, COPY_KEY];
    assert.deepEqual(JSON.parse(inputsOf(copied, "nightly-role-policy")["policy"] as string), {
      Version: "2012-10-17",
      Statement: [
        ...BASE,
        { Effect: "Allow", Action: "ec2:CopySnapshot", Resource: "*" },
        {
          Effect: "Allow",
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
          Resource: keys,
        },
        {
          Effect: "Allow",
          Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
          Resource: keys,
          Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        },
      ],
    });
  });

  it("hands the caller's rhythm, tags and resource on", async () => {
    const args: SnapshotScheduleArgs = {
      ...ARGS,
      resource: ScheduledResource.Instance,
      excludeBootVolumes: true,
      schedules: [{ ...DAILY, intervalHours: 6, startTime: "22:30", snapshotTags: { Kind: "backup" } }],
    };
    const instances = await record(() => new SnapshotSchedule("nightly", args));
    const { schedules, ...details } = detailsOf(instances);
    assert.deepEqual(details, {
      policyType: "EBS_SNAPSHOT_MANAGEMENT",
      resourceTypes: ["INSTANCE"],
      targetTags: { Backup: "daily" },
      parameters: { excludeBootVolume: true },
    });
    assert.deepEqual(schedules, [
      {
        name: "daily",
        copyTags: true,
        tagsToAdd: { Kind: "backup" },
        createRule: { interval: 6, intervalUnit: "HOURS", times: "22:30" },
        retainRule: { interval: 7, intervalUnit: "DAYS" },
      },
    ]);
  });

  it("takes another component's outputs whole, and leaves what is known only at deployment to AWS", async () => {
    const composed = await record(
      () =>
        new SnapshotSchedule("nightly", {
          place: ARGS.place,
          targetTags: Promise.resolve({ Backup: "daily" }),
          schedules: [
            {
              name: "daily",
              intervalHours: pulumi.output(24),
              startTime: pulumi.output("03:00"),
              retain: { days: pulumi.output(7) },
              snapshotTags: pulumi.output({ "aws:kind": "backup" }),
              copies: [
                {
                  region: pulumi.output("eu-central-1"),
                  keyArn: pulumi.output(COPY_KEY),
                  retainDays: pulumi.output(30),
                },
              ],
            },
          ],
          sourceKeyArns: pulumi.output([KEY]),
        }),
    );
    const { tagsToAdd, ...schedule } = scheduleOf(composed);
    assert.deepEqual(tagsToAdd, { "aws:kind": "backup" });
    assert.deepEqual(schedule, scheduleOf(copied));
    assert.deepEqual(detailsOf(composed)["targetTags"], { Backup: "daily" });
    for (const name of ["nightly-role", "nightly-role-policy"]) {
      assert.deepEqual(inputsOf(composed, name), inputsOf(copied, name));
    }
  });

  it("describes itself in the characters that Data Lifecycle Manager takes", async () => {
    const odd = await record(() => new SnapshotSchedule("team.nightly", ARGS));
    assert.equal(inputsOf(odd, "team.nightly-lifecycle-policy")["description"], "Snapshots of team-nightly");
  });

  it("has up to four schedules, by interval or cron, that keep by days or by count", async () => {
    const schedules: PolicySchedule[] = [
      { name: "hourly", intervalHours: 1, retain: { count: 24 } },
      { name: "weekly", cron: "cron(0 3 ? * SUN *)", retain: { count: 8 } },
    ];
    const recorded = await record(() => new SnapshotSchedule("nightly", { ...ARGS, schedules }));
    assert.deepEqual(detailsOf(recorded)["schedules"], [
      {
        name: "hourly",
        copyTags: true,
        createRule: { interval: 1, intervalUnit: "HOURS", times: "03:00" },
        retainRule: { count: 24 },
      },
      {
        name: "weekly",
        copyTags: true,
        createRule: { cronExpression: "cron(0 3 ? * SUN *)" },
        retainRule: { count: 8 },
      },
    ]);
  });

  it("tells the policy's id and ARN and its role's ARN", async () => {
    let schedule: SnapshotSchedule | undefined;
    await record(() => (schedule = new SnapshotSchedule("nightly", ARGS)));
    const told = { policyId: schedule!.policyId, policyArn: schedule!.policyArn, roleArn: schedule!.roleArn };
    assert.deepEqual(await (pulumi.output(told) as unknown as { promise(): Promise<unknown> }).promise(), {
      policyId: "nightly-lifecycle-policy-id",
      policyArn: "arn:of:nightly-lifecycle-policy",
      roleArn: "arn:of:nightly-role",
    });
  });

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
      'schedules[0].snapshotTags is {"aws:kind":"backup"}',
      'schedules[0].copies[0].region is "Frankfurt"',
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
