import * as assert from "node:assert/strict";
import { DefaultBackup, type DefaultBackupArgs, ScheduledResource, VolumeType } from "@groundwork/snapshot-lifecycle";
import { inputsOf, made, named, names, record, refused } from "@groundwork/core/testing";

const VOLUMES: DefaultBackupArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  resource: ScheduledResource.Volume,
};
const INSTANCES: DefaultBackupArgs = { ...VOLUMES, resource: ScheduledResource.Instance };

const problemsOf = (args: DefaultBackupArgs) => refused(() => new DefaultBackup("all", args));

describe("DefaultBackup", () => {
  it("snapshots each volume that has no younger backup, once a day, for a week, with its tags", async () => {
    const resources = await record(() => new DefaultBackup("all", VOLUMES));
    assert.deepEqual(made(resources), [
      ["snapshot-lifecycle:index:DefaultBackup", "all"],
      ["aws:dlm/lifecyclePolicy:LifecyclePolicy", "all-lifecycle-policy"],
      ["aws:iam/role:Role", "all-role"],
      ["aws:iam/rolePolicy:RolePolicy", "all-role-policy"],
    ]);
    assert.deepEqual(inputsOf(resources, "all-lifecycle-policy"), {
      description: "Backups by default of all",
      executionRoleArn: "arn:of:all-role",
      state: "ENABLED",
      defaultPolicy: "VOLUME",
      policyDetails: {
        policyType: "EBS_SNAPSHOT_MANAGEMENT",
        policyLanguage: "SIMPLIFIED",
        resourceType: "VOLUME",
        createInterval: 1,
        retainInterval: 7,
        copyTags: true,
        extendDeletion: false,
        exclusions: { excludeBootVolumes: false },
      },
      region: "eu-west-1",
      tags: { Name: "all" },
    });
    const { protect, deleteBeforeReplace } = named(resources, "all-lifecycle-policy");
    assert.deepEqual({ protect, deleteBeforeReplace }, { protect: true, deleteBeforeReplace: true });
  });

  it("makes AMIs of instances, and leaves out what it is told to", async () => {
    const args = {
      ...INSTANCES,
      intervalDays: 7,
      retainDays: 14,
      excludeTags: { Backup: "never" },
      protectPolicy: false,
    };
    const resources = await record(
      () => new DefaultBackup("all", { ...args, withoutSourceTags: true, deleteLastBackups: true }),
    );
    const policy = inputsOf(resources, "all-lifecycle-policy");
    assert.equal(policy["defaultPolicy"], "INSTANCE");
    assert.deepEqual(policy["policyDetails"], {
      policyType: "IMAGE_MANAGEMENT",
      policyLanguage: "SIMPLIFIED",
      resourceType: "INSTANCE",
      createInterval: 7,
      retainInterval: 14,
      copyTags: false,
      extendDeletion: true,
      exclusions: { excludeTags: { Backup: "never" } },
    });
    assert.equal(named(resources, "all-lifecycle-policy").protect, false);
  });

  it("leaves out boot volumes and types of volumes", async () => {
    const args = { ...VOLUMES, excludeBootVolumes: true, excludeVolumeTypes: [VolumeType.St1, VolumeType.Sc1] };
    const resources = await record(() => new DefaultBackup("all", args));
    const details = inputsOf(resources, "all-lifecycle-policy")["policyDetails"] as Record<string, unknown>;
    assert.deepEqual(details["exclusions"], { excludeBootVolumes: true, excludeVolumeTypes: ["st1", "sc1"] });
  });

  it("tells of what failed; what is missing may have a younger backup elsewhere", async () => {
    const topicArns = ["arn:aws:sns:eu-west-1:111122223333:backups"];
    for (const [args, metric] of [
      [VOLUMES, "SnapshotsCreateFailed"],
      [INSTANCES, "ImagesCreateFailed"],
    ] as const) {
      const resources = await record(() => new DefaultBackup("all", { ...args, alarms: { topicArns } }));
      const alarms = names(resources, "aws:cloudwatch/metricAlarm:MetricAlarm");
      assert.deepEqual(
        alarms.map((name) => inputsOf(resources, name)["metricName"]),
        [metric],
      );
    }
    assert.deepEqual(await problemsOf({ ...VOLUMES, alarms: { topicArns, missingHours: 48 } }), [
      "alarms.missingHours is 48",
    ]);
  });

  it("refuses every wrong argument at once and before anything is registered", async () => {
    const args: DefaultBackupArgs = {
      place: { accountId: "1", region: "eu-west-1" },
      resource: ScheduledResource.Volume,
      intervalDays: 8,
      retainDays: 15,
      excludeTags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`Tag${index}`, "x"])),
      excludeVolumeTypes: [VolumeType.Gp2, VolumeType.Gp2, "tape" as VolumeType],
    };
    const problems = await problemsOf(args);
    assert.deepEqual(problems.slice(0, 3).concat(problems.slice(4)), [
      'place.accountId is "1"',
      "intervalDays is 8",
      "retainDays is 15",
      'excludeVolumeTypes is ["gp2","gp2","tape"]',
      'excludeVolumeTypes[2] is "tape"',
    ]);
    assert.match(problems[3]!, /^excludeTags is /);
  });

  it("refuses a retention that ends before the next backup, and to exclude volumes of instances", async () => {
    assert.deepEqual(await problemsOf({ ...VOLUMES, intervalDays: 7 }), ["retainDays is 7"]);
    const excluded = { ...INSTANCES, excludeBootVolumes: true, excludeVolumeTypes: [VolumeType.St1] };
    assert.deepEqual(await problemsOf(excluded), ["excludeBootVolumes is true", 'excludeVolumeTypes is ["st1"]']);
  });
});
