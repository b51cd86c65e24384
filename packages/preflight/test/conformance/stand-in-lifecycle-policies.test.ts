import * as assert from "node:assert/strict";
import { Account } from "./harness/account";
import { type Properties } from "./provider/values";

const TOKEN = "aws:dlm/lifecyclePolicy:LifecyclePolicy";
const DAILY: Properties = {
  name: "daily",
  copyTags: true,
  createRule: { interval: 24, intervalUnit: "HOURS", times: "03:00" },
  retainRule: { interval: 7, intervalUnit: "DAYS" },
};
const CRON: Properties = { cronExpression: "cron(0 3 1 * ? *)" };

/** A policy of these schedules. */
function policy(schedules: Properties[], details: Properties = {}): Properties {
  const targetTags = { Backup: "daily" };
  return {
    description: "A policy",
    executionRoleArn: "arn:aws:iam::123456789012:role/one",
    policyDetails: { resourceTypes: ["VOLUME"], targetTags, schedules, ...details },
  };
}

function byDefault(resourceType: string, region: string): Properties {
  return { ...policy([]), policyDetails: { resourceType }, defaultPolicy: resourceType, region };
}

describe("the stand-in's lifecycle policies", () => {
  let account: Account;
  beforeEach(() => {
    account = new Account();
  });
  afterEach(() => account.close());

  const make = (inputs: Properties) => account.create(TOKEN, "it", inputs);
  const plan = (before: Properties[], after: Properties[]) =>
    account.plan(make(policy(before)), policy(after)).replaces;

  it("are replaced for a schedule more that says whether it copies tags, and for another answer", () => {
    assert.deepEqual(plan([DAILY], [DAILY, { ...DAILY, name: "other" }]), ["policyDetails"]);
    assert.deepEqual(plan([DAILY], [DAILY, { ...DAILY, name: "other", copyTags: false }]), ["policyDetails"]);
    assert.deepEqual(plan([DAILY], [{ ...DAILY, copyTags: false }]), ["policyDetails"]);
  });

  it("are updated for a schedule more that does not say it, for one less, and for other settings", () => {
    const { copyTags, ...silent } = DAILY;
    assert.equal(copyTags, true);
    assert.deepEqual(plan([DAILY], [DAILY, { ...silent, name: "other" }]), []);
    assert.deepEqual(plan([DAILY, { ...DAILY, name: "other" }], [DAILY]), []);
    assert.deepEqual(plan([DAILY], [{ ...DAILY, retainRule: { interval: 14, intervalUnit: "DAYS" } }]), []);
  });

  it("keep the times that stood there beside a cron expression, which is refused", () => {
    const made = make(policy([DAILY]));
    const update = () => account.update(made, policy([{ ...DAILY, createRule: CRON }]));
    assert.throws(update, /a cron expression excludes an interval and times/);
    const { copyTags, ...silent } = DAILY;
    assert.equal(copyTags, true);
    account.update(made, policy([DAILY, { ...silent, name: "monthly", createRule: CRON }]));
  });

  it("are refused another type, another resource and another kind of retention", () => {
    const made = make(policy([DAILY]));
    const changed =
      (details: Properties, schedule = DAILY) =>
      () =>
        account.update(made, policy([schedule], details));
    assert.throws(changed({ resourceTypes: ["INSTANCE"] }), /cannot be updated/);
    assert.throws(changed({ policyType: "IMAGE_MANAGEMENT" }), /cannot be updated/);
    assert.throws(changed({}, { ...DAILY, retainRule: { count: 7 } }), /cannot change between count and age/);
  });

  it("are refused what is for another type", () => {
    const copy = (field: string): Properties[] => [
      { ...DAILY, crossRegionCopyRules: [{ encrypted: true, [field]: "eu-west-1" }] },
    ];
    make(policy(copy("target")));
    assert.throws(() => make(policy(copy("targetRegion"))), /name their Region as target$/);
    const amis = { policyType: "IMAGE_MANAGEMENT", resourceTypes: ["INSTANCE"] };
    make(policy(copy("targetRegion"), amis));
    assert.throws(() => make(policy(copy("target"), amis)), /name their Region as targetRegion$/);
    assert.throws(() => make(policy([DAILY], { policyType: "EVENT_BASED_POLICY" })), /takes an event and an action/);
  });

  it("are refused without schedules or tags, with two kinds of retention, and an archive by an interval", () => {
    assert.throws(() => make(policy([])), /needs schedules and target tags/);
    assert.throws(() => make(policy([DAILY], { targetTags: {} })), /needs schedules and target tags/);
    const counted = { ...DAILY, name: "other", retainRule: { count: 7 } };
    assert.throws(() => make(policy([DAILY, counted])), /the same retention type/);
    const archiveRule = { archiveRetainRule: { retentionArchiveTier: { interval: 90, intervalUnit: "DAYS" } } };
    assert.throws(() => make(policy([{ ...DAILY, archiveRule }])), /by a cron expression are archived/);
    make(policy([{ ...DAILY, createRule: CRON, archiveRule }]));
  });

  it("are refused as a second default policy for a kind of resource in a Region", () => {
    make(byDefault("VOLUME", "eu-west-1"));
    assert.throws(() => account.create(TOKEN, "second", byDefault("VOLUME", "eu-west-1")), /default policy for VOLUME/);
    account.create(TOKEN, "third", byDefault("INSTANCE", "eu-west-1"));
    account.create(TOKEN, "fourth", byDefault("VOLUME", "eu-west-2"));
  });
});
