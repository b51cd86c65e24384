import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ScheduledResource, SnapshotSchedule, type SnapshotScheduleArgs } from "@groundwork/snapshot-lifecycle";
import { formerNames, inputsOf, made, named, record, type Recorded, refused, waitsFor } from "@groundwork/core/testing";

const ARGS: SnapshotScheduleArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  targetTags: { Backup: "daily" },
  retainDays: 7,
};

const COPIES: SnapshotScheduleArgs = {
  ...ARGS,
  copies: [{ region: "eu-central-1", keyArn: "arn:of:copy-key", retainDays: 30 }],
  sourceKeyArns: ["arn:of:key"],
};

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
            name: "nightly",
            copyTags: true,
            createRule: { interval: 24, intervalUnit: "HOURS", times: "03:00" },
            retainRule: { interval: 7, intervalUnit: "DAYS" },
          },
        ],
      },
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
        cmkArn: "arn:of:copy-key",
        copyTags: true,
        retainRule: { interval: 30, intervalUnit: "DAYS" },
      },
    ]);
  });

  it("may use the keys on both sides of a copy, because without them copies fail silently", () => {
    const keys = ["arn:of:key", "arn:of:copy-key"];
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
      intervalHours: 6,
      startTime: "22:30",
      snapshotTags: { Kind: "backup" },
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
        name: "nightly",
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
          intervalHours: pulumi.output(24),
          startTime: pulumi.output("03:00"),
          retainDays: pulumi.output(7),
          snapshotTags: pulumi.output({ "aws:kind": "backup" }),
          copies: [
            {
              region: pulumi.output("eu-central-1"),
              keyArn: pulumi.output("arn:of:copy-key"),
              retainDays: pulumi.output(30),
            },
          ],
          sourceKeyArns: pulumi.output(["arn:of:key"]),
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

  it("refuses every wrong argument at once and before anything is registered", async () => {
    const args: SnapshotScheduleArgs = {
      place: { accountId: "1", region: "eu-west-1" },
      targetTags: {},
      excludeBootVolumes: true,
      intervalHours: 5,
      startTime: "3:00",
      retainDays: 0,
      snapshotTags: { "aws:kind": "backup" },
      copies: [{ region: "Frankfurt", keyArn: "arn:of:copy-key", retainDays: 30 }],
    };
    assert.deepEqual(await problemsOf(args), [
      'place.accountId is "1"',
      "targetTags is {}",
      'snapshotTags is {"aws:kind":"backup"}',
      "intervalHours is 5",
      'startTime is "3:00"',
      "retainDays is 0",
      "excludeBootVolumes is true",
      "sourceKeyArns is missing",
      'copies[0].region is "Frankfurt"',
    ]);
  });

  it("refuses a fourth Region, and one Region twice", async () => {
    const copy = (region: string) => ({ region, keyArn: "arn:of:copy-key", retainDays: 30 });
    const copies = ["eu-central-1", "eu-west-2", "eu-west-3", "eu-west-3"].map(copy);
    assert.deepEqual(await problemsOf({ ...COPIES, copies }), [
      'copies is ["eu-central-1","eu-west-2","eu-west-3","eu-west-3"]',
      'copies is ["eu-central-1","eu-west-2","eu-west-3","eu-west-3"]',
    ]);
  });

  it("refuses copies that are gone before the next one, because each would then be a full one", async () => {
    const copies = [{ region: "eu-central-1", keyArn: "arn:of:copy-key", retainDays: 1 }];
    assert.deepEqual(await problemsOf({ ...COPIES, copies }), ["copies[0].retainDays is 1"]);
    const twiceADay = { ...COPIES, copies, intervalHours: 12 };
    const accepted = await record(() => new SnapshotSchedule("nightly", twiceADay));
    assert.equal(accepted.length, 4);
  });
});
