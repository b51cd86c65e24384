import rule from "../../../rules/imagebuilder/pipeline-has-lifecycle-policy";
import type { Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const NONE = "No lifecycle policy of Image Builder selects the pipeline's recipe or its tags; add one. (end)";

const policy = (resourceSelection: Record<string, unknown>, more: Record<string, unknown> = {}): Registration => ({
  type: "aws:imagebuilder/lifecyclePolicy:LifecyclePolicy",
  name: "policy",
  inputs: { resourceSelection, ...more },
});

describeRule(rule, [
  {
    it: "fails a pipeline whose AMIs stay for good",
    fails: { tags: { Image: "web" } },
    messages: [NONE],
    passes: {},
    passesWith: {
      "one whose recipe a policy selects": [policy({ recipes: [{ name: "web", semanticVersion: "x.x.x" }] })],
      "one whose tags a policy selects": [policy({ tagMap: { Image: "web" } })],
    },
    others: [{ type: "aws:imagebuilder/imageRecipe:ImageRecipe", name: "recipe", inputs: { name: "web" } }],
    more: { sources: { imageRecipeArn: ["recipe"] } },
  },
  {
    it: "fails one beside policies for others, or that are off",
    fails: { tags: { Image: "web" } },
    messages: [NONE],
    passes: { "one with the tags of another": { tags: { Image: "db", Tier: "1" } } },
    later: [
      policy({ recipes: [{ name: "db" }], tagMap: { Image: "db", Tier: "1" } }),
      { ...policy({ recipes: [{ name: "web" }] }, { status: "DISABLED" }), name: "off" },
    ],
    others: [{ type: "aws:imagebuilder/imageRecipe:ImageRecipe", name: "recipe", inputs: { name: "web" } }],
    more: { sources: { imageRecipeArn: ["recipe"] } },
  },
]);
