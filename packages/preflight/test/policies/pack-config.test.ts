import * as assert from "node:assert/strict";
import { type PolicyInfo, reconcileSettings } from "../../src/policies/pack-config";
import { type PolicyConfig } from "../../src/project";

function policy(name: string, schema?: PolicyInfo["schema"]): PolicyInfo {
  const said = { severity: "", description: "", remediationSteps: "", url: "" };
  return { name, level: "mandatory", ...said, ...(schema && { schema }) };
}

const size = policy("size-is-small", {
  properties: { max: { type: "integer", default: 500 }, units: { type: "array", items: { enum: ["GiB", "TiB"] } } },
  required: [],
});
const owned = policy("disk-is-owned", { properties: { owner: { type: "string", default: "us" } }, required: [] });
const named = policy("disk-is-named", { properties: { label: { type: "string" } }, required: ["label"] });
const free = policy("reads-anything");
const strict = policy("reads-nothing", { properties: {}, required: [] });

function settings(policies: PolicyInfo[], initial: PolicyConfig, file: PolicyConfig): unknown {
  const reconciled = reconcileSettings(policies, initial, file);
  return "settings" in reconciled ? Object.fromEntries(reconciled.settings) : reconciled;
}

describe("reconcileSettings", () => {
  it("takes each property from the file, else from the pack's program, else from the schema", () => {
    const initial: PolicyConfig = { "size-is-small": { properties: { max: 600, units: ["GiB"] } } };
    assert.deepEqual(settings([size], {}, {}), { "size-is-small": { level: "mandatory", properties: { max: 500 } } });
    assert.deepEqual(settings([size], initial, { "size-is-small": { level: "advisory", properties: { max: 700 } } }), {
      "size-is-small": { level: "advisory", properties: { max: 700, units: ["GiB"] } },
    });
  });

  it("sets the level of every policy, but for those that have one of their own in the same place", () => {
    const initial: PolicyConfig = { "size-is-small": { level: "remediate", properties: {} } };
    const file: PolicyConfig = {
      "reads-anything": { level: "disabled", properties: {} },
      all: { level: "advisory", properties: {} },
    };
    assert.deepEqual(settings([size, free], initial, file), {
      "size-is-small": { level: "advisory", properties: { max: 500 } },
      "reads-anything": { level: "disabled", properties: {} },
    });
  });

  it("hands any property to a policy that declares none, as the engine does", () =>
    assert.deepEqual(settings([free], {}, { "reads-anything": { properties: { x: 1 } } }), {
      "reads-anything": { level: "mandatory", properties: { x: 1 } },
    }));

  it("passes over what the pack's own program names and does not have: whoever configures it can't mend that", () =>
    assert.deepEqual(settings([free], { gone: { level: "disabled", properties: { x: 1 } } }, {}), {
      "reads-anything": { level: "mandatory", properties: {} },
    }));

  const wrong: [why: string, file: PolicyConfig, mistakes: string[]][] = [
    [
      "a misspelt policy, with the one that was meant",
      { "sizes-are-small": { level: "mandatory", properties: {} } },
      ['"sizes-are-small" is no policy of the pack; did you mean "size-is-small"?'],
    ],
    [
      "a policy like none, with those that there are",
      { "bucket-is-private": { properties: { x: 1 } } },
      [
        '"bucket-is-private" is no policy of the pack; its policies are disk-is-owned, reads-anything, reads-nothing, size-is-small',
      ],
    ],
    [
      "a misspelt property, with the one that was meant",
      { "size-is-small": { properties: { mx: 3 } } },
      ['"size-is-small" has no property "mx"; did you mean "max"?'],
    ],
    [
      "a property like none, with those that there are",
      { "size-is-small": { properties: { capacity: 3 } }, "reads-nothing": { properties: { capacity: 3 } } },
      [
        '"size-is-small" has no property "capacity"; its properties are max, units',
        '"reads-nothing" has no property "capacity"; its properties are none',
      ],
    ],
    [
      "properties for all policies",
      { all: { level: "mandatory", properties: { max: 3 } } },
      ['"all" sets a level and nothing else, but has "max"; give it to each policy'],
    ],
    [
      "values that the schema does not take, beside wrong names",
      { "size-is-small": { properties: { max: "3", units: ["GB"], min: 1 } } },
      [
        '"size-is-small" has no property "min"; did you mean "max"?',
        '"size-is-small.max" is "3", but must be integer',
        '"size-is-small.units.0" is "GB", but must be equal to one of the allowed values: ["GiB","TiB"]',
      ],
    ],
  ];
  for (const [why, file, mistakes] of wrong) {
    it(`refuses ${why}`, () => assert.deepEqual(settings([size, owned, free, strict], {}, file), { mistakes }));
  }

  it("refuses a policy whose required property nobody gives", () =>
    assert.deepEqual(settings([named], {}, {}), {
      mistakes: [`"disk-is-named" must have required property 'label'`],
    }));
});
