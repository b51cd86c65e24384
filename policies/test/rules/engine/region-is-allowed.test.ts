import * as assert from "node:assert/strict";
import rule from "../../../rules/engine/region-is-allowed";
import { judge } from "../../support/pack";
import { describeRule } from "../../support/table";

const settings = { allowedRegions: ["eu-central-1", "eu-west-1"] };
const wrong = ["region is another value; set it to eu-central-1 or eu-west-1."];

describeRule(rule, [
  {
    it: "fails a provider in another Region",
    type: "pulumi:providers:aws",
    settings,
    fails: { region: "us-east-1" },
    messages: wrong,
    passes: { "an allowed one": { region: "eu-west-1" } },
  },
  {
    it: "fails a provider that leaves the Region to whoever deploys",
    type: "pulumi:providers:aws",
    settings,
    fails: {},
    messages: ["region is not set; set it to eu-central-1 or eu-west-1."],
    passes: { "an allowed one": { region: "eu-central-1" } },
  },
  {
    it: "fails a resource in a Region of its own",
    type: "aws:kms/key:Key",
    settings,
    fails: { region: "us-east-1" },
    messages: wrong,
    passes: { "its provider's": { region: undefined } },
  },
]);

describe(rule.name, () => {
  it("says nothing where nobody has said which Regions are allowed", async () => {
    const provider = { type: "pulumi:providers:aws", name: "it", inputs: { region: "us-east-1" } };
    assert.deepEqual(await judge([rule], [provider]), []);
  });
});
