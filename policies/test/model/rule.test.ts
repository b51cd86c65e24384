import * as assert from "node:assert/strict";
import { at, UNKNOWN } from "../../model/reading";
import { defineRule, type RuleArgs } from "../../model/rule";
import { fail, pass, unknown } from "../../model/verdict";
import { info, judge, judgeState, remediate, UNKNOWN_VALUE, type Registration } from "../support/pack";

interface ColourConfig {
  allowed: string[];
}

/** A rule with a fact that a resource decides by itself, and one that another resource can excuse. */
function colourRule(more: Partial<RuleArgs<ColourConfig>> = {}) {
  return defineRule<ColourConfig>({
    name: "colour-is-allowed",
    description: "A widget has an allowed colour.",
    severity: "low",
    remediationSteps: "Choose an allowed colour.",
    url: "https://example.com/colours",
    tags: ["widget"],
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

describe("defineRule", () => {
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

  it("leaves a resource as it is when its remediation fails", async () => {
    const broken = colourRule({
      remediate: () => {
        throw new Error("no");
      },
    });
    assert.equal(await remediate(broken, widget({ colour: "red" })), undefined);
    const painted = colourRule({ remediate: (properties) => (properties.colour = "blue") === "blue" });
    assert.deepEqual(await remediate(painted, widget({ colour: "red", size: UNKNOWN_VALUE })), {
      colour: "blue",
      size: UNKNOWN_VALUE,
    });
  });

  it("is told to the engine as one policy that configures what an unknown is worth", async () => {
    const { policiesList } = await info([colourRule()]);
    assert.equal(policiesList.length, 1);
    const [policy] = policiesList;
    assert.equal(policy?.name, "colour-is-allowed");
    assert.equal(policy.remediationSteps, "Choose an allowed colour.");
    assert.deepEqual(policy.tagsList, ["widget"]);
    assert.deepEqual(colourRule().configSchema?.properties.onUnknown, {
      type: "string",
      enum: ["ignore", "advisory", "mandatory"],
      default: "advisory",
      description: "What to report where a preview cannot tell; the deployment judges again once the value is known",
    });
  });

  it("lets the SDK skip other types undecoded where one type is all that matters to it", () => {
    const typeOf = (validate: unknown) => (validate as { __pulumiType?: string }).__pulumiType;
    const alone = colourRule({ evidence: [] });
    assert.equal(typeOf(alone.validateResource), "test:index:Widget");
    assert.equal(typeOf(alone.validateStack), "test:index:Widget");
    assert.equal(typeOf(colourRule().validateResource), undefined);
    assert.equal(typeOf(colourRule().validateStack), undefined);
  });
});
