import * as assert from "node:assert/strict";
import { RecycleBin, type RecycleBinArgs, RecycledResource } from "@groundwork/snapshot-lifecycle";
import { inputsOf, made, record, refused } from "@groundwork/core/testing";

const ARGS: RecycleBinArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  resource: RecycledResource.Snapshot,
  retainDays: 14,
};

const inputsFor = async (args: Partial<RecycleBinArgs>) =>
  inputsOf(await record(() => new RecycleBin("bin", { ...ARGS, ...args })), "bin-rule");
const problemsOf = (args: Partial<RecycleBinArgs>) => refused(() => new RecycleBin("bin", { ...ARGS, ...args }));

describe("RecycleBin", () => {
  it("keeps all snapshots of a Region that somebody deletes", async () => {
    const resources = await record(() => new RecycleBin("bin", ARGS));
    assert.deepEqual(made(resources), [
      ["snapshot-lifecycle:index:RecycleBin", "bin"],
      ["aws:rbin/rule:Rule", "bin-rule"],
    ]);
    assert.deepEqual(inputsOf(resources, "bin-rule"), {
      description: "Deleted snapshots of bin",
      resourceType: "EBS_SNAPSHOT",
      retentionPeriod: { retentionPeriodValue: 14, retentionPeriodUnit: "DAYS" },
      region: "eu-west-1",
      tags: { Name: "bin" },
    });
  });

  it("keeps AMIs, and only what carries a tag or all but that", async () => {
    const amis = await inputsFor({ resource: RecycledResource.Ami, targetTags: { Backup: "prod" } });
    assert.equal(amis["description"], "Deleted AMIs of bin");
    assert.equal(amis["resourceType"], "EC2_IMAGE");
    const tags = [{ resourceTagKey: "Backup", resourceTagValue: "prod" }];
    assert.deepEqual(amis["resourceTags"], tags);
    assert.deepEqual((await inputsFor({ excludeTags: { Backup: "prod" } }))["excludeResourceTags"], tags);
  });

  it("refuses every wrong argument at once and before anything is registered", async () => {
    const excludeTags = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((tag) => [tag, "x"]));
    const problems = await problemsOf({
      place: { accountId: "1", region: "eu-west-1" },
      resource: "VOLUME" as RecycledResource,
      retainDays: 366,
      targetTags: {},
      excludeTags,
    });
    assert.deepEqual(problems, [
      'place.accountId is "1"',
      'resource is "VOLUME"',
      "retainDays is 366",
      "targetTags is []",
      'excludeTags is ["a","b","c","d","e","f"]',
      'excludeTags is {"a":"x","b":"x","c":"x","d":"x","e":"x","f":"x"}',
    ]);
  });
});
