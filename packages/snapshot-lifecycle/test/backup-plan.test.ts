import * as assert from "node:assert/strict";
import { BackupPlan, type BackupPlanArgs, ScheduledResource } from "@groundwork/snapshot-lifecycle";
import { inputsOf, made, named, record, refused, waitsFor } from "@groundwork/core/testing";

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/vault";
const ARGS: BackupPlanArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  keyArn: KEY,
  resource: ScheduledResource.Instance,
  targetTags: { Backup: "vault" },
  rules: [{ name: "daily", retainDays: 35 }],
};
const VAULT = "arn:aws:backup:eu-central-1:444455556666:backup-vault:theirs";
const TOPIC = "arn:aws:sns:eu-west-1:111122223333:backups";

const recorded = (args: Partial<BackupPlanArgs> = {}) => record(() => new BackupPlan("web", { ...ARGS, ...args }));
const problemsOf = (args: Partial<BackupPlanArgs>) => refused(() => new BackupPlan("web", { ...ARGS, ...args }));

describe("BackupPlan", () => {
  it("backs up what carries a tag into a vault of its own, under a role for this account only", async () => {
    const resources = await recorded();
    assert.deepEqual(made(resources), [
      ["snapshot-lifecycle:index:BackupPlan", "web"],
      ["aws:backup/selection:Selection", "web-Backup-selection"],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "web-backup-role-policy-attachment"],
      ["aws:backup/plan:Plan", "web-plan"],
      ["aws:iam/role:Role", "web-role"],
      ["aws:backup/vault:Vault", "web-vault"],
    ]);
    assert.deepEqual(inputsOf(resources, "web-vault"), { kmsKeyArn: KEY, region: "eu-west-1", tags: { Name: "web" } });
    assert.equal(named(resources, "web-vault").protect, true);
    assert.deepEqual(inputsOf(resources, "web-plan"), {
      rules: [
        {
          ruleName: "daily",
          targetVaultName: "web-vault-name",
          schedule: "cron(0 3 ? * * *)",
          lifecycle: { deleteAfter: 35 },
        },
      ],
      region: "eu-west-1",
      tags: { Name: "web" },
    });
    assert.deepEqual(inputsOf(resources, "web-Backup-selection"), {
      planId: "web-plan-id",
      iamRoleArn: "arn:of:web-role",
      resources: ["arn:aws:ec2:eu-west-1:111122223333:instance/*"],
      conditions: [{ stringEquals: [{ key: "aws:ResourceTag/Backup", value: "vault" }] }],
      region: "eu-west-1",
    });
    assert.ok(waitsFor(named(resources, "web-Backup-selection")).includes("web-backup-role-policy-attachment"));
    const { Statement } = JSON.parse(inputsOf(resources, "web-role")["assumeRolePolicy"] as string) as {
      Statement: unknown;
    };
    assert.deepEqual(Statement, [
      {
        Effect: "Allow",
        Principal: { Service: "backup.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      },
    ]);
  });

  it("takes what carries any one of several tags: a selection for each, since within one all must hold", async () => {
    const resources = await recorded({ resource: ScheduledResource.Volume, targetTags: { "a:b": "1", Team: "web" } });
    for (const [name, key] of [
      ["web-a-b-selection", "a:b"],
      ["web-Team-selection", "Team"],
    ]) {
      const { resources: selected, conditions } = inputsOf(resources, name!);
      assert.deepEqual(selected, ["arn:aws:ec2:eu-west-1:111122223333:volume/*"]);
      assert.equal(
        (conditions as { stringEquals: { key: string }[] }[])[0]!.stringEquals[0]!.key,
        `aws:ResourceTag/${key}`,
      );
    }
  });

  it("copies into other vaults, and lets other accounts copy into its own", async () => {
    const resources = await recorded({
      rules: [
        { name: "daily", cron: "cron(0 4 * * ? *)", retainDays: 35, copies: [{ vaultArn: VAULT, retainDays: 90 }] },
      ],
      sourceAccountIds: ["444455556666"],
    });
    const [rule] = inputsOf(resources, "web-plan")["rules"] as Record<string, unknown>[];
    assert.equal(rule!["schedule"], "cron(0 4 * * ? *)");
    assert.deepEqual(rule!["copyActions"], [{ destinationVaultArn: VAULT, lifecycle: { deleteAfter: 90 } }]);
    const policy = inputsOf(resources, "web-vault-policy");
    assert.equal(policy["backupVaultName"], "web-vault-name");
    assert.deepEqual((JSON.parse(policy["policy"] as string) as { Statement: unknown }).Statement, [
      {
        Effect: "Allow",
        Principal: { AWS: ["arn:aws:iam::444455556666:root"] },
        Action: "backup:CopyIntoBackupVault",
        Resource: "*",
      },
    ]);
  });

  it("is locked so that it can be removed, and for good only where that is said", async () => {
    const lock = async (more: object) => {
      const resources = await recorded({ lock: { minRetentionDays: 7, ...more }, protectVault: false });
      assert.equal(named(resources, "web-vault").protect, false);
      const name = "web-vault-lock-configuration";
      assert.equal(named(resources, name).deleteBeforeReplace, true);
      return inputsOf(resources, name);
    };
    const base = { backupVaultName: "web-vault-name", minRetentionDays: 7, region: "eu-west-1" };
    assert.deepEqual(await lock({}), base);
    assert.deepEqual(await lock({ maxRetentionDays: 365, irreversibleAfterDays: 3 }), {
      ...base,
      maxRetentionDays: 365,
      changeableForDays: 3,
    });
  });

  it("restores the newest backup now and then, for which alone its role may restore", async () => {
    const resources = await recorded({ restoreTesting: {} });
    assert.deepEqual(inputsOf(resources, "web-restore-testing-plan"), {
      name: "web",
      scheduleExpression: "cron(0 6 ? * SUN#1 *)",
      recoveryPointSelection: {
        algorithm: "LATEST_WITHIN_WINDOW",
        includeVaults: ["arn:of:web-vault"],
        recoveryPointTypes: ["SNAPSHOT"],
        selectionWindowDays: 30,
      },
      region: "eu-west-1",
      tags: { Name: "web" },
    });
    assert.deepEqual(inputsOf(resources, "web-Backup-restore-testing-selection"), {
      name: "web_Backup",
      restoreTestingPlanName: "web",
      protectedResourceType: "EC2",
      protectedResourceConditions: { stringEquals: [{ key: "aws:ResourceTag/Backup", value: "vault" }] },
      iamRoleArn: "arn:of:web-role",
      validationWindowHours: 1,
      region: "eu-west-1",
    });
    assert.equal(
      inputsOf(resources, "web-restore-role-policy-attachment")["policyArn"],
      "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
    );
    const other = { cron: "cron(0 6 1 * ? *)", windowDays: 7, validationHours: 24 };
    const volumes = await recorded({ resource: ScheduledResource.Volume, restoreTesting: other });
    assert.equal(inputsOf(volumes, "web-restore-testing-plan")["scheduleExpression"], "cron(0 6 1 * ? *)");
    const selection = inputsOf(volumes, "web-Backup-restore-testing-selection");
    assert.deepEqual([selection["protectedResourceType"], selection["validationWindowHours"]], ["EBS", 24]);
  });

  it("tells of what failed under its role, and of a vault into which nothing new comes", async () => {
    const resources = await recorded({ alarms: { topicArns: [TOPIC] } });
    const failed = ["FAILED", "ABORTED", "EXPIRED", "PARTIAL"];
    assert.deepEqual(JSON.parse(inputsOf(resources, "web-event-rule")["eventPattern"] as string), {
      source: ["aws.backup"],
      "detail-type": ["Backup Job State Change", "Copy Job State Change", "Restore Job State Change"],
      detail: { iamRoleArn: ["arn:of:web-role"], $or: [{ state: failed }, { status: failed }] },
    });
    assert.equal(inputsOf(resources, "web-event-target-0")["arn"], TOPIC);
    const alarm = inputsOf(resources, "web-backup-missing-alarm");
    assert.deepEqual(
      [alarm["namespace"], alarm["metricName"], alarm["dimensions"], alarm["evaluationPeriods"]],
      ["AWS/Backup", "NumberOfBackupJobsCompleted", { BackupVaultName: "web-vault-name" }, 29],
    );
  });

  it("refuses every wrong argument at once and before anything is registered", async () => {
    const problems = await problemsOf({
      place: { accountId: "1", region: "eu-west-1" },
      keyArn: "alias/aws/backup",
      resource: "TAPE" as ScheduledResource,
      targetTags: {},
      rules: [{ name: "a b", cron: "daily", retainDays: 0, copies: [{ vaultArn: "theirs", retainDays: 0 }] }],
      lock: { minRetentionDays: 0, maxRetentionDays: 0, irreversibleAfterDays: 2 },
      sourceAccountIds: [],
      restoreTesting: { cron: "monthly", windowDays: 366, validationHours: 0 },
      alarms: { topicArns: ["backups"] },
    });
    assert.deepEqual(problems, [
      'place.accountId is "1"',
      'keyArn is "alias/aws/backup"',
      'resource is "TAPE"',
      "targetTags is {}",
      'rules[0].name is "a b"',
      'rules[0].cron is "daily"',
      "rules[0].retainDays is 0",
      'rules[0].copies[0].vaultArn is "theirs"',
      "rules[0].copies[0].retainDays is 0",
      "lock.minRetentionDays is 0",
      "lock.maxRetentionDays is 0",
      "lock.irreversibleAfterDays is 2",
      "sourceAccountIds is []",
      'restoreTesting.cron is "monthly"',
      "restoreTesting.windowDays is 366",
      "restoreTesting.validationHours is 0",
      'alarms.topicArns[0] is "backups"',
    ]);
  });

  it("refuses backups that its own lock does not take, because each of them would fail", async () => {
    const lock = { minRetentionDays: 36, maxRetentionDays: 90 };
    assert.deepEqual(await problemsOf({ lock }), ["rules[0].retainDays is 35"]);
    const rules = [{ name: "daily", retainDays: 91 }];
    assert.deepEqual(await problemsOf({ lock, rules }), ["rules[0].retainDays is 91"]);
  });

  it("refuses two rules of one name, one vault twice, itself as another account, and too long a name", async () => {
    const daily = { name: "daily", retainDays: 35 };
    assert.deepEqual(await problemsOf({ rules: [daily, daily] }), ['rules is ["daily","daily"]']);
    const copies = [1, 2].map(() => ({ vaultArn: VAULT, retainDays: 35 }));
    const [twice, ...others] = await problemsOf({ rules: [{ ...daily, copies }] });
    assert.match(twice!, /^rules\[0\]\.copies is /);
    assert.deepEqual(others, []);
    assert.deepEqual(await problemsOf({ sourceAccountIds: ["111122223333"] }), [
      'sourceAccountIds[0] is "111122223333"',
    ]);
    const long = await problemsOf({ targetTags: { ["T".repeat(50)]: "x" }, restoreTesting: {} });
    assert.deepEqual(long, ["restoreTesting is \"a name of 54 characters, made of the component's and a tag's\""]);
  });
});
