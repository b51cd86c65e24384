import * as assert from "node:assert/strict";
import { daysLeft } from "@groundwork/core";

describe("daysLeft", () => {
  const left = (expires: string, now: string): number => daysLeft({ expires }, new Date(now));

  it("counts the last day of an approval whole, in UTC", () => {
    assert.equal(left("2026-12-01", "2026-11-30T23:59:59Z"), 1);
    assert.equal(left("2026-12-01", "2026-12-01T00:00:00Z"), 0);
    assert.equal(left("2026-12-01", "2026-12-01T23:59:59Z"), 0);
    assert.equal(left("2026-12-01", "2026-12-02T00:00:00Z"), -1);
  });

  it("counts from today unless told otherwise", () => {
    const today = new Date().toISOString().slice(0, "2026-11-30".length);
    assert.equal(daysLeft({ expires: today }), 0);
  });
});
