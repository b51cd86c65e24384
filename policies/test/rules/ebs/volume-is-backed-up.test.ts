import * as assert from "node:assert/strict";
import rule from "../../../rules/ebs/volume-is-backed-up";
import { judge, UNKNOWN_VALUE, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

type Inputs = Record<string, unknown>;

const NONE =
  "No backup selection and no lifecycle policy covers the volume; name its ARN in a selection, or give it a tag that one selects by. (end)";

const selection = (inputs: Inputs, sources: Record<string, string[]> = {}): Registration => ({
  type: "aws:backup/selection:Selection",
  name: "selection",
  inputs,
  sources,
});
const policy = (inputs: Inputs): Registration => ({
  type: "aws:dlm/lifecyclePolicy:LifecyclePolicy",
  name: "policy",
  inputs,
});
const INSTANCE: Registration = { type: "aws:ec2/instance:Instance", name: "host", inputs: { tags: { Role: "host" } } };
const ATTACHMENT: Registration = {
  type: "aws:ec2/volumeAttachment:VolumeAttachment",
  name: "attachment",
  inputs: {},
  sources: { volumeId: ["it"], instanceId: ["host"] },
};

describeRule(rule, [
  {
    it: "fails a volume that nothing covers",
    fails: { tags: { Backup: "daily" } },
    messages: [NONE],
    passes: {},
    passesWith: {
      "one whose ARN a selection names": [selection({ resources: [UNKNOWN_VALUE] }, { resources: ["it"] })],
      "one with a tag that a selection selects by": [
        selection({ selectionTags: [{ type: "STRINGEQUALS", key: "Backup", value: "daily" }] }),
      ],
      "one in a selection of everything": [selection({ resources: ["*"] })],
      "one in a selection of all volumes with its tag": [
        selection({
          resources: ["arn:aws:ec2:*:*:volume/*"],
          conditions: {
            stringEquals: [{ key: "aws:ResourceTag/Backup", value: "daily" }],
            stringNotEquals: [{ key: "aws:ResourceTag/Backup", value: "no" }],
            stringLikes: [{ key: "aws:ResourceTag/Backup", value: "d*y" }],
            stringNotLikes: [{ key: "aws:ResourceTag/Backup", value: "week*" }],
          },
        }),
      ],
      "one with a tag that a lifecycle policy targets": [
        policy({ policyDetails: { resourceTypes: ["INSTANCE", "VOLUME"], targetTags: { Backup: "daily" } } }),
      ],
      "one under a default policy": [
        policy({
          defaultPolicy: "VOLUME",
          policyDetails: { exclusions: { excludeTags: { Backup: "no" }, excludeVolumeTypes: ["sc1", "st1"] } },
        }),
      ],
      "one attached to an instance that a selection names": [
        INSTANCE,
        ATTACHMENT,
        selection({ resources: [UNKNOWN_VALUE] }, { resources: ["host"] }),
      ],
      "one attached to an instance that a lifecycle policy targets": [
        INSTANCE,
        ATTACHMENT,
        policy({ policyDetails: { resourceTypes: ["INSTANCE"], targetTags: { Role: "host" } } }),
      ],
    },
  },
  {
    it: "fails one whose tag the configuration does not know of",
    fails: { tags: { Backup: "never" } },
    settings: { backupTags: ["Backup=default"] },
    messages: [NONE],
    passes: { "one with a tag by which another program backs up": { tags: { Backup: "default" } } },
  },
  {
    it: "fails one that selections and policies leave out",
    fails: { type: "st1", tags: { Backup: "daily" } },
    messages: [NONE],
    later: [
      selection({ resources: [UNKNOWN_VALUE] }, { resources: ["other"] }),
      { ...selection({ resources: ["*"], notResources: ["arn:aws:ec2:*:*:volume/*"] }), name: "excluding" },
      {
        ...selection({ resources: ["*"], notResources: [UNKNOWN_VALUE] }, { notResources: ["it"] }),
        name: "excluding it",
      },
      { ...selection({ resources: ["arn:aws:ec2:*:*:instance/*"] }), name: "of instances" },
      {
        ...selection({
          resources: ["*"],
          conditions: [{ stringEquals: [{ key: "aws:ResourceTag/Backup", value: "weekly" }] }],
        }),
        name: "conditional",
      },
      { ...selection({ selectionTags: [{ type: "STRINGEQUALS", key: "Backup", value: "weekly" }] }), name: "by tag" },
      policy({ state: "DISABLED", policyDetails: { resourceTypes: ["VOLUME"], targetTags: { Backup: "daily" } } }),
      {
        ...policy({ policyDetails: { resourceTypes: ["INSTANCE"], targetTags: { Backup: "daily" } } }),
        name: "of instances, too",
      },
      { ...policy({ policyDetails: { resourceTypes: ["VOLUME"], targetTags: { Backup: "weekly" } } }), name: "weekly" },
      {
        ...policy({ defaultPolicy: "VOLUME", policyDetails: { exclusions: { excludeVolumeTypes: ["sc1", "st1"] } } }),
        name: "default",
      },
      {
        ...policy({ defaultPolicy: "VOLUME", policyDetails: { exclusions: { excludeTags: { Backup: "daily" } } } }),
        name: "default, too",
      },
      { type: "aws:ec2/instance:Instance", name: "other", inputs: {} },
    ],
    passes: {
      "one of a type that the default policy includes": { type: "gp3" },
      "one with the tag of a policy": { tags: { Backup: "weekly" } },
    },
  },
]);

describe("a volume that may be backed up", () => {
  const VOLUME: Registration = { type: "aws:ebs/volume:Volume", name: "it", inputs: { tags: { Backup: "daily" } } };
  const everything = (more: Inputs) => selection({ resources: ["*"], ...more });
  const condition = (key: string, value: string) => [{ stringEquals: [{ key, value }] }];
  const TAG = "aws:ResourceTag/Backup";

  const open: Record<string, Registration> = {
    "a selection names resources that are not known": selection({ resources: UNKNOWN_VALUE }),
    "one of the resources that a selection names is not known": selection({ resources: [UNKNOWN_VALUE] }),
    "what a selection leaves out is not known": everything({ notResources: UNKNOWN_VALUE }),
    "the tags by which a selection selects are not known": selection({ selectionTags: UNKNOWN_VALUE }),
    "the key of such a tag is not known": selection({ selectionTags: [{ key: UNKNOWN_VALUE, value: "daily" }] }),
    "the value of such a tag is not known": selection({ selectionTags: [{ key: "Backup", value: UNKNOWN_VALUE }] }),
    "a selection's conditions are not known": everything({ conditions: UNKNOWN_VALUE }),
    "some of its conditions are not known": everything({ conditions: [{ stringEquals: UNKNOWN_VALUE }] }),
    "the key of a condition is not known": everything({ conditions: condition(UNKNOWN_VALUE, "daily") }),
    "the value of a condition is not known": everything({ conditions: condition(TAG, UNKNOWN_VALUE) }),
    "what a policy is for is not known": policy({
      policyDetails: { resourceTypes: UNKNOWN_VALUE, targetTags: { Backup: "daily" } },
    }),
    "a policy's tags are not known": policy({
      policyDetails: { resourceTypes: ["VOLUME"], targetTags: UNKNOWN_VALUE },
    }),
    "whether a policy is enabled is not known": policy({
      state: UNKNOWN_VALUE,
      policyDetails: { resourceTypes: ["VOLUME"], targetTags: { Backup: "daily" } },
    }),
    "what a default policy leaves out is not known": policy({
      defaultPolicy: "VOLUME",
      policyDetails: { exclusions: { excludeTags: UNKNOWN_VALUE } },
    }),
  };
  for (const [sentence, backup] of Object.entries(open)) {
    it(`is left open where ${sentence}`, async () => {
      assert.deepEqual(await judge([rule], [VOLUME, backup], { [rule.name]: {} }), [`advisory it: ${NONE}`]);
    });
  }

  it("is not where what is not known can only be another volume", async () => {
    const other = { ...VOLUME, name: "other", inputs: { tags: { Backup: "no" } } };
    const backup = selection({ resources: UNKNOWN_VALUE }, { resources: ["other"] });
    assert.deepEqual(await judge([rule], [VOLUME, other, backup], { [rule.name]: {} }), [`mandatory it: ${NONE}`]);
  });

  it("is not where the condition is on another value", async () => {
    const backup = everything({ conditions: condition(TAG, "weekly") });
    assert.deepEqual(await judge([rule], [VOLUME, backup], { [rule.name]: {} }), [`mandatory it: ${NONE}`]);
  });
});
