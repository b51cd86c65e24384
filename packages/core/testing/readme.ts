import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { record } from "./recorder";

/**
 * Holds a package's README to its code: the example is `test/example.ts`, which is compiled, and the table of resources
 * lists what the example makes, and says of everything else with which argument it is made.
 *
 * @param directory The package's directory `test/`.
 */
export function describeReadme(directory: string): void {
  const readme = readFileSync(join(directory, "..", "README.md"), "utf8");

  /** The rows of the table under a heading, without its head. */
  const rows = (heading: string): string[] => {
    const section = readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
    return section
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .slice(2);
  };

  describe("README", () => {
    it("shows the example that is compiled", () => {
      const example = readFileSync(join(directory, "example.ts"), "utf8");
      assert.equal(/```ts\n([\s\S]*?)```/.exec(readme)?.[1], example);
    });

    it("lists what the example makes, and says of everything else when it is made", async () => {
      const load = createRequire(join(directory, "readme.test.ts"));
      // The example registers its resources while it loads.
      const resources = await record(() => load("./example") as unknown);
      const made = resources.map(({ type }) => type).filter((type) => type.startsWith("aws:"));
      const listed = rows("Resources")
        .filter((row) => !row.includes("; with `"))
        .map((row) => /`(aws:[^`]+)`/.exec(row)?.[1]);
      assert.deepEqual([...new Set(listed)].sort(), [...new Set(made)].sort());
    });
  });
}
