import * as assert from "node:assert/strict";
import { APPROVED_TAG } from "@groundwork/core";
import { type ImageLifecycle, LifecycleAction, type LifecycleRule } from "@groundwork/golden-ami";
import { inputsOf, named, names, type Recorded, waitsFor } from "@groundwork/core/testing";
import { pipelineWith, refusedWith } from "../args";

const POLICY = "aws:imagebuilder/lifecyclePolicy:LifecyclePolicy";
const { Delete, Deprecate, Disable } = LifecycleAction;

/** A part of the policy's rules, as AWS gets them. */
interface Detail {
  action: object;
  filter: object;
  exclusionRules: { amis: object };
}

async function detailsOf(lifecycle: ImageLifecycle): Promise<Detail[]> {
  return inputsOf(await pipelineWith({ lifecycle }), "web-ami-lifecycle-policy")["policyDetails"] as Detail[];
}

describe("the lifecycle of AMIs", () => {
  let resources: Recorded[];
  before(async () => {
    resources = await pipelineWith({});
  });

  it("retires those of every version of the recipe, by its name, and removes their snapshots with them", () => {
    const exclusionRules = {
      amis: {
        isPublic: true,
        lastLaunched: { unit: "DAYS", value: 90 },
        tagMap: { "golden-ami:approved": "true" },
      },
    };
    const amis = { amis: true, snapshots: false, containers: false };
    assert.deepEqual(inputsOf(resources, "web-ami-lifecycle-policy"), {
      description: "What becomes of the AMIs web",
      executionRole: "arn:of:web-ami-lifecycle-role",
      resourceType: "AMI_IMAGE",
      resourceSelection: { recipes: [{ name: "web", semanticVersion: "x.x.x" }] },
      policyDetails: [
        {
          action: { type: "DEPRECATE", includeResources: amis },
          filter: { type: "AGE", unit: "DAYS", value: 90 },
          exclusionRules,
        },
        {
          action: { type: "DISABLE", includeResources: amis },
          filter: { type: "AGE", unit: "DAYS", value: 180 },
          exclusionRules,
        },
        {
          action: { type: "DELETE", includeResources: { ...amis, snapshots: true } },
          filter: { type: "AGE", unit: "DAYS", value: 365 },
          exclusionRules,
        },
      ],
      status: "ENABLED",
      tags: { Name: "web-ami" },
    });
  });

  it("runs under a role that may do what AWS says, for this account alone, and waits for its rights", () => {
    const { assumeRolePolicy } = inputsOf(resources, "web-ami-lifecycle-role");
    assert.deepEqual(JSON.parse(assumeRolePolicy as string), {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "imagebuilder.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
        },
      ],
    });
    assert.deepEqual(inputsOf(resources, "web-ami-lifecycle-policy-attachment"), {
      role: "web-ami-lifecycle-role-name",
      policyArn: "arn:aws:iam::aws:policy/service-role/EC2ImageBuilderLifecycleExecutionPolicy",
    });
    const waits = waitsFor(named(resources, "web-ami-lifecycle-policy"));
    assert.ok(waits.includes("web-ami-lifecycle-policy-attachment"), waits.join());
  });

  it("follows the rules that it is given", async () => {
    const rules: LifecycleRule[] = [
      { action: Deprecate, afterDays: 30 },
      { action: Delete, keepNewest: 5 },
    ];
    const details = await detailsOf({ rules });
    assert.deepEqual(
      details.map(({ filter }) => filter),
      [
        { type: "AGE", unit: "DAYS", value: 30 },
        { type: "COUNT", value: 5 },
      ],
    );
    const [kept] = await detailsOf({ rules: [{ action: Delete, afterDays: 400, keepAtLeast: 10 }] });
    assert.deepEqual(kept?.filter, { type: "AGE", unit: "DAYS", value: 400, retainAtLeast: 10 });
  });

  it("leaves alone what is excluded, and what is approved whatever the exclusions say", async () => {
    const [tag] = Object.keys(APPROVED_TAG) as [string];
    const exclusions = {
      launchedWithinDays: 365,
      tags: { Keep: "yes", [tag]: "false" },
      sharedAccountIds: ["444455556666"],
      regions: ["us-east-1"],
      publicAmis: false,
    };
    const details = await detailsOf({ exclusions });
    assert.equal(details.length, 3);
    for (const { exclusionRules } of details) {
      assert.deepEqual(exclusionRules.amis, {
        isPublic: false,
        lastLaunched: { unit: "DAYS", value: 365 },
        tagMap: { Keep: "yes", ...APPROVED_TAG },
        sharedAccounts: ["444455556666"],
        regions: ["us-east-1"],
      });
    }
  });

  it("is none, without a role of its own, where everything is kept", async () => {
    const kept = await pipelineWith({ lifecycle: { keepForever: true } });
    assert.deepEqual(names(kept, POLICY), []);
    assert.ok(!names(kept, "aws:iam/role:Role").includes("web-ami-lifecycle-role"));
  });

  it("refuses a rule that never applies, since another deletes the AMIs before", async () => {
    const rules = [
      { action: Delete, afterDays: 30 },
      { action: Deprecate, afterDays: 90 },
    ];
    assert.deepEqual(await refusedWith({ lifecycle: { rules } }), ["lifecycle.rules is [90,30]"]);
  });

  it("refuses that the pipeline approves of its own AMIs", async () => {
    const approved = { "golden-ami:approved": "true" };
    const distributions = [{ region: "eu-west-1", amiTags: approved }];
    assert.deepEqual(await refusedWith({ tags: approved, distributions }), [
      'tags is "golden-ami:approved"',
      'distributions[0].amiTags is "golden-ami:approved"',
    ]);
  });

  it("refuses what AWS would refuse, all at once", async () => {
    const rules: LifecycleRule[] = [
      { action: "ARCHIVE" as LifecycleAction, afterDays: 0 },
      { action: Disable, keepNewest: 3, keepAtLeast: 11 },
      { action: Delete, afterDays: 1001, keepNewest: 1 },
      { action: Delete },
    ];
    const exclusions = {
      launchedWithinDays: 366,
      tags: { "aws:thing": "x" },
      sharedAccountIds: ["1"],
      regions: ["Europe"],
    };
    assert.deepEqual(await refusedWith({ lifecycle: { rules, exclusions } }), [
      `lifecycle.rules is ${JSON.stringify(rules).slice(0, 120)}…`,
      'lifecycle.rules is ["ARCHIVE","DISABLE","DELETE","DELETE"]',
      'lifecycle.rules[0].action is "ARCHIVE"',
      "lifecycle.rules[0].afterDays is 0",
      "lifecycle.rules[1].keepAtLeast is 11",
      "lifecycle.rules[1].keepNewest is 3",
      "lifecycle.rules[1].keepAtLeast is 11",
      "lifecycle.rules[1].keepAtLeast is 11",
      "lifecycle.rules[2].afterDays is 1001",
      "lifecycle.rules[2].afterDays and lifecycle.rules[2].keepNewest is [1001,1]",
      "lifecycle.rules[3].afterDays and lifecycle.rules[3].keepNewest is [null,null]",
      "lifecycle.exclusions.launchedWithinDays is 366",
      'lifecycle.exclusions.tags is "aws:thing"',
      'lifecycle.exclusions.sharedAccountIds[0] is "1"',
      'lifecycle.exclusions.regions[0] is "Europe"',
    ]);
    const tags = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`tag-${index}`, "yes"]));
    assert.deepEqual(await refusedWith({ lifecycle: { rules: [], exclusions: { tags } } }), [
      "lifecycle.rules is []",
      'lifecycle.exclusions.tags is "50 tags"',
    ]);
    assert.deepEqual(await refusedWith({ lifecycle: { keepForever: true, rules: [], exclusions: {} } }), [
      "lifecycle.rules is []",
      "lifecycle.exclusions is {}",
    ]);
  });
});
