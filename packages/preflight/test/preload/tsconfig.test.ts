import * as assert from "node:assert/strict";
import { configChain, parseConfigText } from "../../src/preload/tsconfig";
import { within } from "../project/temporary";

describe("configChain", () => {
  it("reads a file and all that it extends, by path and by package, with comments and trailing commas", () =>
    within(
      {
        "app/tsconfig.json": `{ // mine\n "extends": ["../base", "shared/strict.json"], "files": [], }`,
        "base.json": `{ "extends": "./root/tsconfig.json", "base": true }`,
        "root/tsconfig.json": `{ "root": true }`,
        "app/node_modules/shared/strict.json": `{ "strict": true }`,
      },
      (directory) => {
        assert.deepEqual(configChain(directory.path("app/tsconfig.json")), [
          { extends: ["../base", "shared/strict.json"], files: [] },
          { extends: "./root/tsconfig.json", base: true },
          { root: true },
          { strict: true },
        ]);
      },
    ));

  for (const [because, text] of [
    ["extends what is not there", `{ "extends": "./nowhere" }`],
    ["extends a package that is not installed", `{ "extends": "@tsconfig/node20" }`],
    ["is not JSON", "{ nearly"],
    ["is no object", "[]"],
    ["extends what is no text", `{ "extends": 1 }`],
  ] as const) {
    it(`says that it can't tell where a file ${because}`, () =>
      within({ "tsconfig.json": text }, (directory) => {
        assert.equal(configChain(directory.path("tsconfig.json")), undefined);
      }));
  }

  it("says that it can't tell where files extend each other", () =>
    within({ "a.json": `{ "extends": "./b" }`, "b.json": `{ "extends": "./a" }` }, (directory) => {
      assert.equal(configChain(directory.path("a.json")), undefined);
    }));
});

describe("parseConfigText", () => {
  const real = { parseConfigFileTextToJson: () => ({ error: "TypeScript's own words" }) };

  it("reads what has no mistake without TypeScript", () => {
    const parse = parseConfigText(() => assert.fail("TypeScript is slow to load"));
    assert.deepEqual(parse("tsconfig.json", `{ "compilerOptions": {}, /* none */ }`), {
      config: { compilerOptions: {} },
    });
  });

  it("leaves it to TypeScript to tell a mistake", () => {
    const parse = parseConfigText(() => real);
    assert.deepEqual(parse("tsconfig.json", "{ nearly"), { error: "TypeScript's own words" });
  });
});
