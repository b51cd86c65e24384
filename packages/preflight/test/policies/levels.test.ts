import * as assert from "node:assert/strict";
import { EnforcementLevel, PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import { levelNumber, levelOf, severityOf } from "../../src/policies/levels";

describe("a level", () => {
  it("has one name and one number", () => {
    for (const level of Object.values(EnforcementLevel) as EnforcementLevel[]) {
      assert.equal(levelNumber(levelOf(level)), level);
    }
    assert.equal(levelOf(EnforcementLevel.REMEDIATE), "remediate");
  });

  it("that nobody knows yet is the strictest, for nothing may pass by it", () => {
    assert.equal(levelOf(99 as EnforcementLevel), "mandatory");
  });
});

describe("a severity", () => {
  it("is a word, and none where there is none", () => {
    assert.equal(severityOf(PolicySeverity.POLICY_SEVERITY_CRITICAL), "critical");
    assert.equal(severityOf(PolicySeverity.POLICY_SEVERITY_UNSPECIFIED), "");
    assert.equal(severityOf(99 as PolicySeverity), "");
  });
});
