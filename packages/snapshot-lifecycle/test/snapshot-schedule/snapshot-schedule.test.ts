import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
  type PolicySchedule,
  ScheduledResource,
  SnapshotSchedule,
  type SnapshotScheduleArgs,
} from "@groundwork/snapshot-lifecycle";
import { formerNames, inputsOf, made, named, record, type Recorded, waitsFor } from "@groundwork/core/testing";

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

/** The details of the policy that is registered. */
function detailsOf(resources: Recorded[]): Record<string, unknown> {
  return inputsOf(resources, "nightly-lifecycle-policy")["policyDetails"] as Record<string, unknown>;
}

/** The one schedule of the policy that is registered. */
function scheduleOf(resources: Recorded[]): Record<string, unknown> {
  return (detailsOf(resources)["schedules"] as Record<string, unknown>[])[0]!;
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

  it("runs under a role that only this account's policies assume", () => {
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

  it("hands the caller's rhythm, tags and resource on", async () => {
    const args: SnapshotScheduleArgs = {
      ...ARGS,
      resource: ScheduledResource.Instance,
      excludeBootVolumes: true,
      excludeDataVolumeTags: { Backup: "never" },
      schedules: [{ ...DAILY, intervalHours: 6, startTime: "22:30", snapshotTags: { Kind: "backup" } }],
    };
    const instances = await record(() => new SnapshotSchedule("nightly", args));
    const { schedules, ...details } = detailsOf(instances);
    assert.deepEqual(details, {
      policyType: "EBS_SNAPSHOT_MANAGEMENT",
      resourceTypes: ["INSTANCE"],
      targetTags: { Backup: "daily" },
      parameters: { excludeBootVolume: true, excludeDataVolumeTags: { Backup: "never" } },
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

  it("is another policy for another kind of resource or of retention, which AWS changes in no policy", async () => {
    const trigger = async (args: Partial<SnapshotScheduleArgs>) =>
      named(await record(() => new SnapshotSchedule("nightly", { ...ARGS, ...args })), "nightly-lifecycle-policy")
        .replacementTrigger;
    const daily = await trigger({});
    assert.equal(
      await trigger({ schedules: [{ ...DAILY, retain: { days: 14 } }], targetTags: { Team: "web" } }),
      daily,
    );
    const counted = await trigger({ schedules: [{ ...DAILY, retain: { count: 7 } }] });
    const instances = await trigger({ resource: ScheduledResource.Instance });
    assert.equal(new Set([daily, counted, instances]).size, 3);
  });

  it("is protected, because what its policy made would stay and nobody would delete it, unless told otherwise", async () => {
    assert.equal(named(resources, "nightly-lifecycle-policy").protect, true);
    const lifted = await record(() => new SnapshotSchedule("nightly", { ...ARGS, protectPolicy: false }));
    const { protect, deleteBeforeReplace } = named(lifted, "nightly-lifecycle-policy");
    assert.deepEqual({ protect, deleteBeforeReplace }, { protect: false, deleteBeforeReplace: true });
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
});
