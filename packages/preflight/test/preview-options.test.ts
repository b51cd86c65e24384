import * as assert from "node:assert/strict";
import * as os from "node:os";
import * as path from "node:path";
import { PreflightError } from "../src/errors";
import { checkOptions } from "../src/preview-options";

describe("checkOptions", () => {
  it("fills in what is left out, or is undefined", () => {
    const defaults = {
      cwd: process.cwd(),
      stacks: [],
      policyPacks: [],
      config: {},
      lookups: undefined,
      timeoutSeconds: 120,
      parallel: os.availableParallelism(),
    };
    assert.deepEqual(checkOptions({}), defaults);
    assert.deepEqual(checkOptions({ stacks: undefined, parallel: undefined }), defaults);
  });

  it("keeps what is given, and makes every path absolute", () => {
    const here = (name: string): string => path.join(process.cwd(), name);
    assert.deepEqual(
      checkOptions({
        cwd: "shop",
        stacks: ["dev"],
        policyPacks: [{ directory: "a", configFile: "{stack}.json" }, { directory: "/b" }],
        config: { "aws:region": "eu-west-1" },
        lookups: "lookups.json",
        timeoutSeconds: 0.5,
        parallel: 1,
      }),
      {
        cwd: here("shop"),
        stacks: ["dev"],
        policyPacks: [{ directory: here("a"), configFile: here("{stack}.json") }, { directory: "/b" }],
        config: { "aws:region": "eu-west-1" },
        lookups: here("lookups.json"),
        timeoutSeconds: 0.5,
        parallel: 1,
      },
    );
  });

  const PACKS = "`policyPacks` must be a list of objects with a `directory` and, if need be, a `configFile`";
  for (const [why, options, message] of [
    ["an option that is nearly one", { stack: ["dev"] }, "`stack` is no option of a preview; did you mean `stacks`?"],
    [
      "an option of the command",
      { json: true },
      "`json` is no option of a preview; they are cwd, stacks, policyPacks, config, lookups, timeoutSeconds, parallel.",
    ],
    ["an empty path", { cwd: "" }, '`cwd` must be a directory\'s path, but is ""; correct it or leave it out.'],
    [
      "a stack that is not in a list",
      { stacks: "dev" },
      '`stacks` must be a list of stacks\' names, but is "dev"; correct it or leave it out.',
    ],
    ["a pack by its path", { policyPacks: ["a"] }, `${PACKS}, but is ["a"]; correct it or leave it out.`],
    [
      "a pack with a misspelt key, which would go without its configuration",
      { policyPacks: [{ directory: "a", config: "b" }] },
      `${PACKS}, but is [{"directory":"a","config":"b"}]; correct it or leave it out.`,
    ],
    [
      "configuration that is no text, without a word of what is",
      { config: { count: 3, password: "hunter2" } },
      "`config` must be an object whose values are text, but is { count: number, password: string }; correct it or leave it out.",
    ],
    [
      "no time",
      { timeoutSeconds: 0 },
      "`timeoutSeconds` must be a number above 0, to 2147483, but is 0; correct it or leave it out.",
    ],
    [
      "a time that is no number",
      { timeoutSeconds: NaN },
      "`timeoutSeconds` must be a number above 0, to 2147483, but is NaN; correct it or leave it out.",
    ],
    [
      "half a stack at once",
      { parallel: 1.5 },
      "`parallel` must be a whole number from 1, but is 1.5; correct it or leave it out.",
    ],
    [
      "several mistakes, all at once",
      { lookups: 1, parallel: 0 },
      "`lookups` must be a file's path, but is 1; correct it or leave it out.\n" +
        "`parallel` must be a whole number from 1, but is 0; correct it or leave it out.",
    ],
  ] as [string, object, string][]) {
    it(`refuses ${why}`, () => {
      assert.throws(() => checkOptions(options), new PreflightError("configuration", message));
    });
  }
});
