import * as assert from "node:assert/strict";
import { deployOnce, having as setting, onFork, only, STACK, steps, succeeded } from "./harness/change";
import { type Edit, having, itEdits } from "./harness/edits";
import { describeEngine } from "./harness/suite";

const POLICY = "nightly-lifecycle-policy";
const UPDATED = [`update ${POLICY} policyDetails`];
const COPIES = [{ region: "eu-west-1", keyArn: "arn:aws:kms:eu-west-1:123456789012:key/one", retainDays: 35 }];
const DAILY = { name: "daily", retain: { days: 7 }, copies: COPIES };

/** Schedules that a policy gets while it stays the one that owns its snapshots. */
const edits: Edit[] = [
  {
    does: "has a schedule more, which copies no tags, in place",
    of: "schedule",
    to: {
      schedules: [DAILY, { name: "monthly", cron: "cron(0 3 1 * ? *)", retain: { days: 31 }, withoutSourceTags: true }],
    },
    steps: [UPDATED],
  },
  {
    does: "keeps snapshots for longer, in place",
    of: "schedule",
    to: { schedules: [{ ...DAILY, retain: { days: 14 } }] },
    steps: [UPDATED],
  },
  {
    does: "copies nowhere any more, and its role may not",
    of: "schedule",
    to: { schedules: [{ name: "daily", retain: { days: 7 } }] },
    steps: [[...UPDATED, "update nightly-role-policy policy"]],
  },
  {
    does: "looks for other tags, in place",
    of: "schedule",
    to: { targetTags: { Backup: "nightly" } },
    steps: [UPDATED],
  },
  {
    does: "gives up a schedule, in place",
    of: "schedule",
    from: { protectPolicy: false, schedules: [DAILY, { name: "hourly", intervalHours: 1, retain: { days: 2 } }] },
    to: { protectPolicy: false },
    steps: [UPDATED],
  },
  {
    does: "reboots no instance any more, and copies no AMI",
    of: "amis",
    to: { consistency: "as-after-power-failure", schedules: [{ name: "daily", retain: { days: 7 } }] },
    steps: [["update web-lifecycle-policy policyDetails", "update web-role-policy policy"]],
  },
];

describeEngine("a schedule of snapshots that is edited", () => itEdits("edits-snapshots", edits));

describeEngine("a schedule of snapshots that would be another policy", () => {
  const deployed = deployOnce("edits-snapshots");

  it("is not made by mistake, since nobody would delete what the old one made", () =>
    onFork(deployed(), async (pulumi) => {
      const before = only(pulumi.cloud.all(), POLICY).id;
      const second = { schedules: [DAILY, { ...DAILY, name: "second" }] };
      const refused = await pulumi.up(STACK, setting(having("schedule", second)));
      assert.notEqual(refused.code, 0);
      assert.match(refused.output, new RegExp(`${POLICY}.*protect`, "s"));
      assert.equal(only(pulumi.cloud.all(), POLICY).id, before);
    }));

  /** What makes another policy, where that is meant. */
  const changes: [what: string, of: string, to: object, policy: string][] = [
    ["a schedule more that copies tags", "schedule", { schedules: [DAILY, { ...DAILY, name: "second" }] }, POLICY],
    ["by count", "schedule", { schedules: [{ ...DAILY, retain: { count: 7 } }] }, POLICY],
    ["another kind by default", "all", { resource: "INSTANCE" }, "all-lifecycle-policy"],
  ];

  for (const [what, of, to, policy] of changes) {
    it(`is made once the old one has gone, so that no two look for one tag: ${what}`, () =>
      onFork(deployed(), async (pulumi) => {
        succeeded(await pulumi.up(STACK, setting(having(of, { protectPolicy: false }))));
        const taken = steps(succeeded(await pulumi.up(STACK, setting(having(of, { ...to, protectPolicy: false })))));
        const [deleted, made] = ["delete-replaced", "create-replacement"].map((op) =>
          taken.findIndex((step) => step.startsWith(`${op} ${policy}`)),
        );
        assert.ok(deleted! >= 0 && deleted! < made!, taken.join("\n"));
      }));
  }
});
