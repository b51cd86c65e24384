import * as assert from "node:assert/strict";
import rule from "../../rules/wafv2/web-acl-blocks-known-bad-inputs";
import { judge, UNKNOWN_VALUE, type Registration } from "../support/pack";

const GROUP = "AWSManagedRulesKnownBadInputsRuleSet";

/** The level of what is said of a web ACL, or "passes". */
async function verdict(inputs: Record<string, unknown>, ...others: Registration[]): Promise<string> {
  const acl = { type: "aws:wafv2/webAcl:WebAcl", name: "acl", inputs };
  const [line = "passes"] = await judge([rule], [acl, ...others], { [rule.name]: { onUnknown: "advisory" } });
  return line.split(" ")[0] ?? "";
}

function group(more: Record<string, unknown> = {}, overrideAction: unknown = { none: {} }): Record<string, unknown> {
  return { overrideAction, statement: { managedRuleGroupStatement: { name: GROUP, ...more } } };
}

function associated(overrideAction?: string): Registration {
  return {
    type: "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation",
    name: "association",
    inputs: { managedRuleGroup: { name: GROUP }, ...(overrideAction !== undefined && { overrideAction }) },
    sources: { webAclArn: ["acl"] },
  };
}

describe("a web ACL with a managed group", () => {
  it("cannot be told to block where what it rests on is unknown", async () => {
    const overrides = (name: string, actionToUse: unknown) => group({ ruleActionOverrides: [{ name, actionToUse }] });
    for (const unknown of [
      UNKNOWN_VALUE,
      group({ name: UNKNOWN_VALUE }),
      group({ ruleActionOverrides: UNKNOWN_VALUE }),
      group({ excludedRules: [{ name: UNKNOWN_VALUE }] }),
      overrides(UNKNOWN_VALUE, { count: {} }),
      overrides("Log4JRCE_HEADER", UNKNOWN_VALUE),
      group({}, UNKNOWN_VALUE),
    ]) {
      assert.equal(await verdict({ rules: [unknown] }), "advisory", JSON.stringify(unknown));
    }
    assert.equal(await verdict({ rules: UNKNOWN_VALUE }), "advisory");
    assert.equal(await verdict({ ruleJson: "no JSON" }), "advisory");
    assert.equal(await verdict({}, associated(UNKNOWN_VALUE)), "advisory");
  });

  it("blocks by one rule, whatever else is unknown", async () => {
    assert.equal(await verdict({ rules: [UNKNOWN_VALUE, group()] }), "passes");
    assert.equal(await verdict({ rules: UNKNOWN_VALUE }, associated()), "passes");
    assert.equal(await verdict({ ruleJson: UNKNOWN_VALUE }, associated("none")), "passes");
  });

  it("blocks where an exception is another rule's, or blocks all the same", async () => {
    const exceptions = [
      { name: "Log4JRCE_BODY", actionToUse: { block: {} } },
      { name: "PROPFIND_METHOD", actionToUse: { allow: {} } },
    ];
    assert.equal(await verdict({ rules: [group({ ruleActionOverrides: exceptions })] }), "passes");
  });

  it("does not block where an exception lets Log4j through, or the association only counts", async () => {
    const allows = { name: "Log4JRCE_BODY", actionToUse: { allow: {} } };
    assert.equal(await verdict({ rules: [group({ ruleActionOverrides: [allows] })] }), "mandatory");
    assert.equal(await verdict({}, associated("count")), "mandatory");
    assert.equal(await verdict({ ruleJson: "[]" }), "mandatory");
  });
});
