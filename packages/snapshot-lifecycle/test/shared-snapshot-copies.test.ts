import * as assert from "node:assert/strict";
import { SharedSnapshotCopies, type SharedSnapshotCopiesArgs } from "@groundwork/snapshot-lifecycle";
import { inputsOf, made, named, names, record, refused } from "@groundwork/core/testing";

const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/own`;
const ARGS: SharedSnapshotCopiesArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  ownerAccountIds: ["444455556666"],
  copies: [{ region: "eu-west-1", keyArn: key("eu-west-1"), retainDays: 35 }],
  sourceKeyArns: ["arn:aws:kms:eu-west-1:444455556666:key/theirs"],
};
const TOPIC = "arn:aws:sns:eu-west-1:111122223333:backups";

const problemsOf = (args: Partial<SharedSnapshotCopiesArgs>) =>
  refused(() => new SharedSnapshotCopies("vault", { ...ARGS, ...args }));

describe("SharedSnapshotCopies", () => {
  it("copies what other accounts share, also within a Region, under a key of its own", async () => {
    const resources = await record(() => new SharedSnapshotCopies("vault.one", ARGS));
    assert.deepEqual(made(resources), [
      ["snapshot-lifecycle:index:SharedSnapshotCopies", "vault.one"],
      ["aws:dlm/lifecyclePolicy:LifecyclePolicy", "vault.one-lifecycle-policy"],
      ["aws:iam/role:Role", "vault.one-role"],
      ["aws:iam/rolePolicy:RolePolicy", "vault.one-role-policy"],
    ]);
    assert.deepEqual(inputsOf(resources, "vault.one-lifecycle-policy"), {
      description: "Copies of shared snapshots vault-one",
      executionRoleArn: "arn:of:vault.one-role",
      state: "ENABLED",
      policyDetails: {
        policyType: "EVENT_BASED_POLICY",
        eventSource: {
          type: "MANAGED_CWE",
          parameters: {
            eventType: "shareSnapshot",
            snapshotOwners: ["444455556666"],
            descriptionRegex: "^.*Created for policy: policy-[0-9a-f]+.*$",
          },
        },
        action: {
          name: "vault-one",
          crossRegionCopies: [
            {
              target: "eu-west-1",
              encryptionConfiguration: { encrypted: true, cmkArn: key("eu-west-1") },
              retainRule: { interval: 35, intervalUnit: "DAYS" },
            },
          ],
        },
      },
      region: "eu-west-1",
      tags: { Name: "vault.one" },
    });
    assert.equal(named(resources, "vault.one-lifecycle-policy").protect, true);
  });

  it("tells of what failed, and of what is missing only where it is told when", async () => {
    const metrics = async (missingHours?: number) => {
      const alarms = { topicArns: [TOPIC], ...(missingHours !== undefined && { missingHours }) };
      const resources = await record(() => new SharedSnapshotCopies("vault", { ...ARGS, alarms }));
      const found = names(resources, "aws:cloudwatch/metricAlarm:MetricAlarm");
      return found.map((name) => inputsOf(resources, name)["metricName"]).sort();
    };
    assert.deepEqual(await metrics(), ["SnapshotsCopiedAccountFailed"]);
    assert.deepEqual(await metrics(48), ["SnapshotsCopiedAccountCompleted", "SnapshotsCopiedAccountFailed"]);
  });

  it("refuses every wrong argument at once and before anything is registered", async () => {
    const problems = await problemsOf({
      place: { accountId: "1", region: "eu-west-1" },
      ownerAccountIds: ["1", "1"],
      copies: [],
      descriptionPattern: "",
      alarms: { topicArns: [] },
    });
    assert.deepEqual(problems, [
      'place.accountId is "1"',
      'ownerAccountIds is ["1","1"]',
      'ownerAccountIds[0] is "1"',
      'ownerAccountIds[0] is "1"',
      'ownerAccountIds[1] is "1"',
      'ownerAccountIds[1] is "1"',
      "copies is []",
      'descriptionPattern is ""',
      "alarms.topicArns is []",
    ]);
  });

  it("refuses nobody, more than fifty, a fourth Region and a key of another Region", async () => {
    assert.deepEqual(await problemsOf({ ownerAccountIds: [] }), ["ownerAccountIds is []"]);
    const many = Array.from({ length: 51 }, (_, index) => `4444555566${10 + index}`);
    assert.equal((await problemsOf({ ownerAccountIds: many })).length, 1);
    const copies = ["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"].map((region) => ({
      region,
      keyArn: key(region),
      retainDays: 35,
    }));
    assert.deepEqual(await problemsOf({ copies }), ['copies is ["eu-west-1","eu-west-2","eu-west-3","eu-central-1"]']);
    const theirs = [{ ...ARGS.copies[0]!, keyArn: key("eu-west-2") }];
    assert.deepEqual(await problemsOf({ copies: theirs }), [`copies[0].keyArn is "${key("eu-west-2")}"`]);
  });
});
