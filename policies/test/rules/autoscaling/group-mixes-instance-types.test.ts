import * as assert from "node:assert/strict";
import rule from "../../../rules/autoscaling/group-mixes-instance-types";
import { judge, UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

const mixed = (...overrides: Record<string, unknown>[]) => ({
  mixedInstancesPolicy: { launchTemplate: { overrides } },
});
const messages = [
  "mixedInstancesPolicy.launchTemplate.overrides names fewer than two types of instances; name several, so that one type's shortage stops nothing.",
];

describeRule(rule, [
  {
    it: "fails a group without a mix",
    fails: { launchTemplate: { id: "lt-1" } },
    messages,
    passes: {
      "two types": mixed({ instanceType: "m7g.large" }, { instanceType: "m6g.large" }),
      "types by what they must have": mixed({ instanceRequirements: { vcpuCount: { min: 2 } } }),
    },
  },
  {
    it: "fails a mix of one type",
    fails: mixed({ instanceType: "m7g.large" }, { instanceType: "m7g.large" }),
    messages,
    passes: { "two types": mixed({ instanceType: "m7g.large" }, { instanceType: "m6g.large" }) },
  },
]);

describe(rule.name, () => {
  it("cannot tell where one of two types is known only at deployment", async () => {
    const inputs = mixed({ instanceType: "m7g.large" }, { instanceType: UNKNOWN_VALUE });
    assert.deepEqual(
      await judge([rule], [{ type: "aws:autoscaling/group:Group", name: "it", inputs }], {
        [rule.name]: { enforcementLevel: "mandatory" },
      }),
      [`advisory it: ${messages[0]} (end)`],
    );
  });
});
