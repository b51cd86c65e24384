import * as assert from "node:assert/strict";
import { type FailureKind } from "../../src/document";
import { exitStatus, summarise } from "../../src/reports";
import { brokenStack, diagnostic, failedStack, previewOf, ROOT, stack, violation, waived } from "./documents";

describe("summarise", () => {
  it("adds up all stacks and takes the time of the whole run, because stacks run side by side", () => {
    const advised = stack({
      violations: [violation({ level: "advisory" }), violation({ level: "remediate" })],
      waived: [waived(), waived()],
      remediations: [{ pack: "rules", packVersion: "", policy: "tags", urn: ROOT, properties: ["tags"] }],
      diagnostics: [diagnostic(), diagnostic({ severity: "warning" })],
    });
    assert.deepEqual(summarise([advised, brokenStack()], 1500), {
      ok: false,
      stacks: 2,
      resources: 4,
      mandatory: 1,
      advisory: 1,
      waived: 2,
      remediated: 1,
      errors: 1,
      durationMs: 1500,
    });
  });

  it("is fine with nothing to sum, because nothing is broken", () => {
    assert.deepEqual(summarise([], 0), {
      ok: true,
      stacks: 0,
      resources: 0,
      mandatory: 0,
      advisory: 0,
      waived: 0,
      remediated: 0,
      errors: 0,
      durationMs: 0,
    });
  });
});

describe("exitStatus", () => {
  const failures: [FailureKind, number][] = [
    ["configuration", 2],
    ["program", 3],
    ["pack", 3],
    ["timeout", 3],
    ["internal", 4],
  ];

  it("is 0 where nothing mandatory is broken, whatever is advised", () => {
    assert.equal(exitStatus(previewOf(stack({ violations: [violation({ level: "advisory" })] }))), 0);
    assert.equal(exitStatus(previewOf(stack({ violations: [violation({ level: "remediate" })] }))), 0);
  });

  it("is 1 where a mandatory policy is broken", () => {
    assert.equal(exitStatus(previewOf(stack(), brokenStack(), stack())), 1);
  });

  for (const [failure, status] of failures) {
    it(`is ${status} for a failure of kind ${failure}, even beside a broken policy, because the verdict is incomplete`, () => {
      assert.equal(exitStatus(previewOf(brokenStack({ failure }), brokenStack())), status);
    });
  }

  it("is the highest of the stacks' in whichever order they stand", () => {
    const wrong = failedStack({ failure: "configuration" });
    assert.equal(exitStatus(previewOf(failedStack(), wrong, brokenStack(), stack())), 3);
    assert.equal(exitStatus(previewOf(stack(), brokenStack(), wrong, failedStack())), 3);
    assert.equal(exitStatus(previewOf(brokenStack(), wrong, stack())), 2);
  });

  it("is never 0 for a stack that is not ok, whatever the reason", () => {
    assert.equal(exitStatus(previewOf(stack({ ok: false }))), 3);
  });
});
