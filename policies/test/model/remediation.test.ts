import * as assert from "node:assert/strict";
import { is } from "../../model/facts";
import { Group } from "../../model/levels";
import { at, UNKNOWN } from "../../model/reading";
import { defineRule, type RuleArgs } from "../../model/rule";
import { fail } from "../../model/verdict";
import { remediate, secret, UNKNOWN_VALUE } from "../support/pack";

type Remediate = NonNullable<RuleArgs<{ colour: string }>["remediate"]>;

/** A widget's inputs after a remediation; undefined if it leaves them alone. */
function mended(change: Remediate, inputs: Record<string, unknown>, type = "test:index:Widget"): Promise<unknown> {
  const rule = defineRule<{ colour: string }>({
    name: "colour-is-allowed",
    requires: "A widget has an allowed colour.",
    fix: "Choose an allowed colour.",
    severity: "low",
    group: Group.Encryption,
    url: "https://example.com/colours",
    types: ["test:index:Widget"],
    config: { colour: { type: "string", default: "blue" } },
    judge: (widget) =>
      is(widget, "colour", "green") === true ? [] : fail("colour", "colour is not green; choose it."),
    remediate: change,
  });
  return remediate(rule, { type, name: "widget", inputs });
}

describe("a remediation", () => {
  const paint: Remediate = (properties) => (properties.colour = "blue");

  it("changes what it has changed, and keeps secrets and unknowns", async () => {
    const rest = {
      size: UNKNOWN_VALUE,
      key: secret("hunter2"),
      deep: [{ key: secret("hunter3"), size: UNKNOWN_VALUE }],
    };
    assert.deepEqual(await mended(paint, { colour: "red", ...rest }), { colour: "blue", ...rest });
  });

  it("keeps secret what replaces a secret", async () => {
    assert.deepEqual(await mended(paint, { colour: secret("red") }), { colour: secret("blue") });
    const deep: Remediate = (properties) => ((properties.paint as Record<string, unknown>).colour = "blue");
    assert.deepEqual(await mended(deep, { paint: secret({ colour: "red", coats: 2 }) }), {
      paint: secret({ colour: "blue", coats: 2 }),
    });
  });

  it("adds, and takes away", async () => {
    const change: Remediate = (properties) => {
      delete properties.size;
      (properties.parts as unknown[]).push({ name: "lid" });
    };
    assert.deepEqual(await mended(change, { size: 1, parts: [{ name: "box" }] }), {
      parts: [{ name: "box" }, { name: "lid" }],
    });
    const shorten: Remediate = (properties) => ((properties.parts as unknown[]).length = 1);
    assert.deepEqual(await mended(shorten, { parts: [1, 2, 3] }), { parts: [1] });
  });

  it("leaves a resource as it was if it throws half-way", async () => {
    const half: Remediate = (properties) => {
      properties.colour = "blue";
      throw new Error("no");
    };
    assert.equal(await mended(half, { colour: "red" }), undefined);
  });

  it("leaves a resource as it was rather than copy a secret to where none was", async () => {
    const leak: Remediate = (properties) => (properties.copy = [properties.key]);
    assert.equal(await mended(leak, { key: secret("hunter2") }), undefined);
  });

  it("leaves alone what it does not change, and other types", async () => {
    assert.equal(await mended(paint, { colour: "blue" }), undefined);
    assert.equal(await mended(paint, { colour: "red" }, "test:index:Other"), undefined);
  });

  it("leaves alone what the rule finds right", async () => {
    assert.equal(await mended(paint, { colour: "green" }), undefined);
  });

  it("has type and configuration at hand, and sees unknowns as a judgement does", async () => {
    const change: Remediate = (properties, resource, config) => {
      properties.seen = [resource.type, config.colour, at(resource.declared, "size") === UNKNOWN];
    };
    assert.deepEqual(await mended(change, { size: UNKNOWN_VALUE }), {
      size: UNKNOWN_VALUE,
      seen: ["test:index:Widget", "blue", true],
    });
  });
});
