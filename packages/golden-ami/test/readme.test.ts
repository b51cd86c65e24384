import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { register } from "./recorder";

const readme = readFileSync(join(__dirname, "..", "README.md"), "utf8");

/** The rows of the table under a heading, without its head. */
function rows(heading: string): string[] {
  const section = readme.split(`\n## ${heading}\n`)[1]!.split("\n## ")[0]!;
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2);
}

describe("README", () => {
  it("shows the example that is compiled", () => {
    const example = readFileSync(join(__dirname, "example.ts"), "utf8");
    assert.equal(/```ts\n([\s\S]*?)```/.exec(readme)?.[1], example);
  });

  it("lists what the example makes, and says of everything else when it is made", async () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- it registers its resources while it loads
    const resources = await register(() => require("./example"));
    const made = resources.map(({ type }) => type).filter((type) => type.startsWith("aws:"));
    const listed = rows("Resources")
      .filter((row) => !row.includes("; with `"))
      .map((row) => /`(aws:[^`]+)`/.exec(row)?.[1]);
    assert.deepEqual([...new Set(listed)].sort(), [...new Set(made)].sort());
  });
});
