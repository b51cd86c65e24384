import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { HOURS_A_MONTH } from "../../src/forecast/planned";
import { SNAPSHOT_PRICES } from "../../src/forecast/prices";

const readme = readFileSync(path.join(__dirname, "..", "..", "README.md"), "utf8");

describe("README, of the forecast", () => {
  it("shows the example that is compiled", () => {
    assert.ok(readme.includes("```ts\n" + readFileSync(path.join(__dirname, "example.ts"), "utf8") + "```"));
  });

  it("lists the Regions whose prices are known, and from when", () => {
    for (const [region, prices] of Object.entries(SNAPSHOT_PRICES)) {
      const row = readme.split("\n").find((line) => line.startsWith(`| \`${region}\``));
      assert.ok(row, region);
      for (const price of Object.values(prices)) {
        assert.ok(row.includes(`${price.usd}`), `${region}: ${price.usd}`);
      }
    }
    assert.ok(readme.includes(`${HOURS_A_MONTH} hours`));
  });
});
