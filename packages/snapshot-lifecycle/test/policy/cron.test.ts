import * as assert from "node:assert/strict";
import { cronRhythm } from "../../src/policy/cron";

/** Expressions, and the shortest and the longest time between two runs, in hours. */
const RHYTHMS: Record<string, [shortest: number, longest: number]> = {
  "cron(0 3 * * ? *)": [24, 24],
  "cron(0 3 ? * * *)": [24, 24],
  "cron(30 * * * ? *)": [1, 1],
  "cron(0/30 * * * ? *)": [0.5, 0.5],
  "cron(0 */6 * * ? *)": [6, 6],
  "cron(0 8-18/5 ? * MON-FRI *)": [5, 62],
  "cron(15 3,15 ? * SUN *)": [12, 156],
  "cron(0 3 1 * ? *)": [28 * 24, 31 * 24],
  "cron(0 3 L * ? *)": [28 * 24, 31 * 24],
  "cron(0 3 29 * ? *)": [29 * 24, 59 * 24],
  "cron(0 3 15W * ? *)": [28 * 24, 32 * 24],
  "cron(0 3 ? * 6L *)": [28 * 24, 35 * 24],
  "cron(0 3 ? * SUN#1 *)": [28 * 24, 35 * 24],
  "cron(0 3 1 1/3 ? *)": [90 * 24, 92 * 24],
  "cron(0 3 1 JAN ? *)": [365 * 24, 366 * 24],
};

describe("cronRhythm", () => {
  for (const [expression, [shortestHours, longestHours]] of Object.entries(RHYTHMS)) {
    it(`knows how often ${expression} fires`, () => {
      assert.deepEqual(cronRhythm(expression), { shortestHours, longestHours });
    });
  }

  it("takes the nearest weekday within the month", () => {
    assert.deepEqual(cronRhythm("cron(0 3 1W * ? *)"), { shortestHours: 28 * 24, longestHours: 33 * 24 });
    assert.deepEqual(cronRhythm("cron(0 3 31W * ? *)"), { shortestHours: 29 * 24, longestHours: 63 * 24 });
  });

  for (const expression of [
    "0 3 * * ? *",
    "rate(1 day)",
    "cron(0 3 * * ?)",
    "cron(0 3 * * ? * *)",
    "cron(0 3 * * * *)",
    "cron(0 3 ? * ? *)",
    "cron(60 3 * * ? *)",
    "cron(0 24 * * ? *)",
    "cron(0 3 0 * ? *)",
    "cron(0 3 32W * ? *)",
    "cron(0 3 1 13 ? *)",
    "cron(0 3 ? * 8 *)",
    "cron(0 3 ? * FRY *)",
    "cron(0 3 ? * 8L *)",
    "cron(0 3 ? * SUN#6 *)",
    "cron(0 18-8 * * ? *)",
    "cron(0/0 3 * * ? *)",
    "cron(0 *-3 * * ? *)",
    "cron(0 3 1 * ? 2028)",
    "cron(0 3 30 FEB ? *)",
    "cron(0 3 29 FEB ? *)",
  ]) {
    it(`has none for ${expression}`, () => {
      assert.equal(cronRhythm(expression), undefined);
    });
  }
});
