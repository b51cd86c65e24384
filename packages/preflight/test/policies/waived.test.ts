import * as assert from "node:assert/strict";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { type EnforcementLevel as Level } from "../../src/document";
import { resourceState, StackState } from "../../src/engine/state";
import { Verdicts } from "../../src/policies/verdicts";
import { isWaived } from "../../src/policies/waived";
import { urnOf } from "../engine/program";
import { StandInPack } from "./stand-in-pack";

const LINE = "Waived (else mandatory) until 2026-12-31 by Jane Doe (SEC-12): public data";

/** What becomes of a violation with this message. */
async function become(
  message: string,
  { waives = true, level = EnforcementLevel.ADVISORY } = {},
): Promise<{ level: Level; waiver?: unknown }> {
  const pack = new StandInPack();
  pack.waives = waives;
  pack.judge = () => ({ description: "It is so.", message, enforcementlevel: level });
  const resource = resourceState({ urn: urnOf("a:b:C", "one"), type: "a:b:C", name: "one" });
  const stack = new StackState();
  stack.add(resource);
  const verdicts = new Verdicts([pack.asPack], stack);
  verdicts.analyze(resource);
  const [violation] = await verdicts.onResources();
  assert.ok(violation !== undefined);
  assert.equal(violation.message, message);
  return { level: violation.level, ...(isWaived(violation) && { waiver: violation.waiver }) };
}

describe("a violation whose message says that it is waived", () => {
  const waiver = { expiry: "2026-12-31", approver: "Jane Doe", ticket: "SEC-12", reason: "public data" };

  it("is waived, at the level that it would have had", async () => {
    assert.deepEqual(await become(`It is so.\n${LINE}\nIt is not.`), { level: "mandatory", waiver });
    const advice = `It is so.\n${LINE.replace("mandatory", "advisory")}`;
    assert.deepEqual(await become(advice), { level: "advisory", waiver });
    const odd = await become(`It is so.\n${LINE} (see SEC-1): again`);
    assert.deepEqual(odd.waiver, { ...waiver, reason: "public data (see SEC-1): again" });
  });

  it("is none of a pack that does not say that it has waivers", async () => {
    assert.deepEqual(await become(`It is so.\n${LINE}`, { waives: false }), { level: "advisory" });
  });

  it("is not waived where the engine would stop", async () => {
    const level = EnforcementLevel.MANDATORY;
    assert.deepEqual(await become(`It is so.\n${LINE}`, { level }), { level: "mandatory" });
  });

  for (const [why, message] of Object.entries({
    "stands without the description": LINE,
    "stands further below": `It is so.\nIt is not.\n${LINE}`,
    "is quoted within a line": `It is so.\nIt says ${LINE}`,
    "is no waiver for want of a ticket": `It is so.\n${LINE.replace("(SEC-12)", "()")}`,
    "is no waiver for want of a reason": `It is so.\n${LINE.replace("public data", "")}`,
    "is no waiver for want of a day": `It is so.\n${LINE.replace("2026-12-31", "ever")}`,
    "is of no level that is": `It is so.\n${LINE.replace("mandatory", "disabled")}`,
  })) {
    it(`is not waived where that line ${why}`, async () =>
      assert.deepEqual(await become(message), { level: "advisory" }));
  }
});
