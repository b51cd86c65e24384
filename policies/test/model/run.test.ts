import * as assert from "node:assert/strict";
import { at, UNKNOWN } from "../../model/reading";
import { Group } from "../../model/levels";
import { defineRule, type RuleArgs } from "../../model/rule";
import { fail, pass, unknown } from "../../model/verdict";
import { info, judge, judgeState, UNKNOWN_VALUE, type Registration } from "../support/pack";

interface ColourConfig {
  allowed: string[];
}

/** A rule with a fact that a resource decides by itself, and one that another resource can excuse. */
function colourRule(more: Partial<RuleArgs<ColourConfig>> = {}) {
  return defineRule<ColourConfig>({
    name: "colour-is-allowed",
    requires: "A widget has an allowed colour.",
    fix: "Choose an allowed colour.",
    severity: "low",
    group: Group.Encryption,
    url: "https://example.com/colours",
    controls: { fsbp: ["W.1", "W.2"], cis: ["1"] },
    types: ["test:index:Widget"],
    evidence: ["test:index:Permit"],
    config: { allowed: { type: "array", items: { type: "string" }, default: ["blue"] } },
    judge: (resource, config, program) => {
      const colour = at(resource.declared, "colour");
      const permits = program.sources(resource, "permit", ["test:index:Permit"]);
      return [
        config.allowed.includes(String(colour)) ? pass("colour") : fail("colour", "colour is not allowed."),
        permits === UNKNOWN
          ? unknown("permit", "never said: it is decided at the end.")
          : permits.length > 0
            ? pass("permit")
            : fail("permit", "permit is missing."),
        at(resource.declared, "size") === UNKNOWN ? unknown("size", "size is unknown.") : pass("size"),
      ];
    },
    ...more,
  });
}

function widget(inputs: Record<string, unknown>, more: Partial<Registration> = {}): Registration {
  return { type: "test:index:Widget", name: "widget", inputs, ...more };
}

const permit: Registration = { type: "test:index:Permit", name: "permit", inputs: {} };

describe("a run", () => {
  it("takes what a remediation has left wrong for wrong, waived or not", async () => {
    const settings = { "colour-is-allowed": { enforcementLevel: "remediate", onUnknown: "mandatory" } };
    assert.deepEqual(await judge([colourRule()], [widget({ colour: "red", size: UNKNOWN_VALUE })], settings), [
      "mandatory widget: colour is not allowed.",
      "mandatory widget: permit is missing.",
      "mandatory widget: size is unknown. (end)",
    ]);
  });

  it("reports each failure once: at once if nothing can excuse it, else at the end", async () => {
    assert.deepEqual(await judge([colourRule()], [widget({ colour: "red" })]), [
      "mandatory widget: colour is not allowed.",
      "mandatory widget: permit is missing.",
    ]);
    assert.deepEqual(await judge([colourRule()], [permit, widget({ colour: "red" })]), [
      "mandatory widget: colour is not allowed.",
      "mandatory widget: permit is missing. (end)",
    ]);
    const excused = widget({ colour: "blue" }, { sources: { permit: ["permit"] } });
    assert.deepEqual(await judge([colourRule()], [permit, excused]), []);
  });

  it("forgets a run at its end, so that the next one is judged afresh", async () => {
    const rule = colourRule();
    const lines = await judge([rule], [permit, widget({ colour: "red" })]);
    assert.deepEqual(await judge([rule], [permit, widget({ colour: "red" })]), lines);
    assert.deepEqual(await judge([rule], [permit]), []);
    assert.deepEqual(await judge([rule], [widget({ colour: "blue" })]), ["mandatory widget: permit is missing."]);
    assert.deepEqual(await judgeState([rule], [widget({ colour: "red" })]), [
      "mandatory widget: colour is not allowed.",
      "mandatory widget: permit is missing.",
    ]);
  });

  it("judges at the end what the program declared, not what a preview makes of it", async () => {
    const resource = widget({ colour: "blue" }, { state: { colour: UNKNOWN_VALUE, size: UNKNOWN_VALUE } });
    assert.deepEqual(await judge([colourRule()], [permit, { ...resource, sources: { permit: ["permit"] } }]), []);
  });

  it("keeps a configured level for failures, and gives unknowns their own", async () => {
    const resource = widget({ colour: "red", size: UNKNOWN_VALUE });
    const settings = { "colour-is-allowed": { enforcementLevel: "advisory", onUnknown: "mandatory" } };
    assert.deepEqual(await judge([colourRule()], [resource], settings), [
      "advisory widget: colour is not allowed.",
      "advisory widget: permit is missing.",
      "mandatory widget: size is unknown. (end)",
    ]);
    assert.deepEqual(
      await judge([colourRule()], [resource], { "colour-is-allowed": { enforcementLevel: "disabled" } }),
      [],
    );
  });

  it("fills in the defaults of its configuration, because only the engine would", async () => {
    const resource = widget({ colour: "red" });
    const settings = { "colour-is-allowed": { allowed: ["red"] } };
    assert.deepEqual(await judge([colourRule()], [resource], settings), ["mandatory widget: permit is missing."]);
  });

  it("turns an error of its own into a violation, because one error would drop every verdict of the pack", async () => {
    const broken = colourRule({
      name: "broken",
      judge: () => {
        throw new TypeError("hunter2 is not a function");
      },
    });
    assert.deepEqual(await judge([broken, colourRule()], [widget({ colour: "red" })]), [
      "mandatory widget: The rule stopped with TypeError and has judged nothing; report this to the owner of the pack.",
      "mandatory widget: colour is not allowed.",
      "mandatory widget: permit is missing.",
    ]);
  });

  it("judges once what no evidence can change, and says at the end what stayed unknown", async () => {
    let judgements = 0;
    const rule = colourRule({
      evidence: undefined,
      judge: (resource) => {
        judgements++;
        return [fail("colour", "colour is not allowed."), unknown("size", `${resource.name} has no size.`)];
      },
    });
    assert.deepEqual(await judge([rule], [widget({})]), [
      "mandatory widget: colour is not allowed.",
      "advisory widget: widget has no size. (end)",
    ]);
    assert.equal(judgements, 1);
    assert.deepEqual(await judgeState([rule], [widget({})]), [
      "mandatory widget: colour is not allowed.",
      "advisory widget: widget has no size.",
    ]);
  });

  it("says all that stays unknown of a resource at once, at the strictest level", async () => {
    const open = (name: string) =>
      colourRule({ name, evidence: undefined, judge: () => [[unknown("a", "a?")], unknown("b", "b?"), pass("c")] });
    const rules = [open("first"), open("second")];
    assert.deepEqual(await judge(rules, [widget({})]), ["advisory widget: a?\nb?\nsecond: a?\nsecond: b? (end)"]);
    assert.deepEqual(await judge(rules, [widget({})], { first: { onUnknown: "ignore" } }), [
      "advisory widget: a?\nb? (end)",
    ]);
    assert.deepEqual(await judge(rules, [widget({})], { second: { onUnknown: "mandatory" } }), [
      "mandatory widget: a?\nb?\nfirst: a?\nfirst: b? (end)",
    ]);
  });

  it("tells of a resource its options, its parent and its provider", async () => {
    let seen: unknown[] = [];
    const spy = colourRule({
      judge: ({ options, parent, provider }) => {
        seen.push({ options, parent, provider: provider?.urn, region: at(provider?.declared, "region") });
        return [];
      },
    });
    const options = { protect: true, ignoreChanges: ["size"], aliases: ["urn:old"], deleteBeforeReplace: true };
    const provider = { provider: "west", providerInputs: { region: "eu-west-1" } };
    const parent = widget({}, { name: "box", type: "test:index:Box" });
    await judge([spy], [parent, widget({}, { options, parent: "box", ...provider })]);
    const told = { options, parent: "box", provider: "west", region: "eu-west-1" };
    assert.deepEqual(seen, [told, told]);
    seen = [];
    await judge([spy], [widget({})]);
    const bare = { options: { protect: false, ignoreChanges: [], aliases: [] }, parent: undefined };
    assert.deepEqual(seen[0], { ...bare, provider: "default", region: undefined });
  });

  it("finds who depends on a resource once the program has run, and by which property", async () => {
    const rule = (property?: string) =>
      colourRule({
        judge: (resource, _config, program) => {
          const found = program.dependents(resource, ["test:index:Permit"], property);
          const names = found === UNKNOWN ? "unknown" : found.map(({ name }) => name).join(", ");
          return fail(names, `dependents: ${names}.`);
        },
      });
    const by = (name: string, property: string, type = "test:index:Permit"): Registration => ({
      ...{ type, name, inputs: {}, sources: { [property]: ["widget"] } },
    });
    const resources = [widget({}), by("one", "target"), by("two", "owner"), by("three", "target", "test:index:Other")];
    assert.deepEqual(await judge([rule()], resources), [
      "mandatory widget: dependents: unknown.",
      "mandatory widget: dependents: one, two. (end)",
    ]);
    assert.deepEqual((await judge([rule("target")], resources)).slice(1), ["mandatory widget: dependents: one. (end)"]);
  });

  it("is told to the engine as its rules, which configure what an unknown is worth", async () => {
    const { policiesList } = await info([colourRule()]);
    assert.equal(policiesList.length, 1);
    const [policy] = policiesList;
    assert.equal(policy?.name, "colour-is-allowed");
    assert.equal(policy.remediationSteps, "Choose an allowed colour.");
    assert.deepEqual(policy.tagsList, ["encryption"]);
    assert.deepEqual(policy.framework, {
      ...{ name: "AWS Foundational Security Best Practices", version: "1.0.0", reference: "W.1" },
      specification: "A widget has an allowed colour.",
    });
    assert.deepEqual(colourRule().schema.onUnknown, {
      type: "string",
      enum: ["ignore", "advisory", "mandatory"],
      default: "advisory",
      description: "What to report where a preview cannot tell; the deployment judges again once the value is known",
    });
  });
});
