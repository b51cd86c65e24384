import * as assert from "node:assert/strict";
import rule from "../../../rules/engine/provider-account-is-allowed";
import { judge } from "../../support/pack";
import { describeRule } from "../../support/table";

const settings = { allowedAccounts: ["111122223333", "444455556666"] };
const messages = ["allowedAccountIds lets other accounts in; name those of the rule's allowedAccounts."];

describeRule(rule, [
  {
    it: "fails a provider that takes any account",
    settings,
    fails: {},
    messages,
    passes: { "an allowed one": { allowedAccountIds: JSON.stringify(["111122223333"]) } },
  },
  {
    it: "fails a provider that takes another account, too",
    settings,
    fails: { allowedAccountIds: ["111122223333", "999900001111"] },
    messages,
    passes: { "allowed ones": { allowedAccountIds: ["111122223333", "444455556666"] } },
  },
]);

describe(rule.name, () => {
  it("says nothing where nobody has said which accounts are allowed", async () => {
    assert.deepEqual(await judge([rule], [{ type: "pulumi:providers:aws", name: "it", inputs: {} }]), []);
  });
});
