import * as assert from "node:assert/strict";
import rule from "../../../rules/engine/resources-have-tags";
import { judge, UNKNOWN_VALUE } from "../../support/pack";
import { describeRule, inputsOf } from "../../support/table";

const type = "aws:ec2/instance:Instance";
const none = "tags has none; set some, or give the provider defaultTags.";
const missing = (key: string) => `The tag ${key} is missing; set it, or give the provider defaultTags.`;
const provider = (tags: Record<string, string>) => ({ providerInputs: { defaultTags: JSON.stringify({ tags }) } });
const settings = { requiredTags: ["team", "service"] };

describeRule(rule, [
  {
    it: "fails a resource without tags, of which AWS's own are none",
    type,
    fails: { tags: { "aws:createdBy": "somebody" } },
    messages: [none],
    passes: { "one tag": { tags: { team: "web" } }, "one whose value is unknown": { tags: { team: UNKNOWN_VALUE } } },
  },
  {
    it: "fails a resource that lacks a tag, which its provider does not give either",
    type,
    settings,
    more: provider({ owner: "web" }),
    fails: { tags: { team: "web" } },
    messages: [missing("service")],
    passes: { both: { tags: { team: "web", service: "shop" } } },
  },
  {
    it: "fails a resource that lacks both a tag and what the provider gives",
    type,
    settings,
    more: provider({ team: "web" }),
    fails: {},
    messages: [missing("service")],
    passes: { "the one that the provider does not give": { tags: { service: "shop" } } },
  },
  {
    it: "fails an Auto Scaling group without a tag, for its provider gives it none",
    type: "aws:autoscaling/group:Group",
    settings: { requiredTags: ["team"] },
    more: provider({ team: "web" }),
    fails: { tags: [{ key: "service", value: "shop", propagateAtLaunch: true }] },
    messages: [missing("team")],
    passes: { "the tag in its list": { tags: { key: "team", value: "web", propagateAtLaunch: false } } },
  },
]);

describe(rule.name, () => {
  it("is for types that take tags", () => {
    assert.deepEqual(
      rule.types.filter((type) => !inputsOf(type).has("tags")),
      [],
    );
  });

  it("tells a known tag in a list from one whose key is known only at deployment", async () => {
    const verdicts = (key: string) => {
      const tags = [
        { key: UNKNOWN_VALUE, value: "web" },
        { key: "team", value: "web" },
      ];
      const group = { type: "aws:autoscaling/group:Group", name: "it", inputs: { tags } };
      return judge([rule], [group], { [rule.name]: { enforcementLevel: "mandatory", requiredTags: [key] } });
    };
    assert.deepEqual(await verdicts("team"), []);
    assert.deepEqual(await verdicts("service"), [`advisory it: ${missing("service")} (end)`]);
  });
});
