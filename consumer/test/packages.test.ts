import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { COMPILED, WORKSPACES } from "../harness/manifests";
import { REPOSITORY } from "../harness/scratch";
import { tarballs } from "../harness/tarballs";

const root = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as { version: string };

describe("packages", () => {
  it("have one version, which is the repository's tag and the plugins' version", () => {
    assert.deepEqual(
      WORKSPACES.filter(({ manifest }) => manifest.version !== root.version).map(({ folder }) => folder),
      [],
    );
  });

  it("ask for one another in exactly that version, since they are released together", () => {
    const asked = WORKSPACES.flatMap(({ folder, manifest }) =>
      [manifest.dependencies, manifest.peerDependencies, manifest.devDependencies]
        .flatMap((dependencies) => Object.entries(dependencies ?? {}))
        .filter(([name, version]) => name.startsWith("@groundwork/") && version !== root.version)
        .map(([name, version]) => `${folder}: ${name} ${version}`),
    );
    assert.deepEqual(asked, []);
  });

  it("are those that other teams install", () => {
    const published = WORKSPACES.filter(({ manifest }) => manifest.private !== true).map(
      ({ manifest }) => manifest.name,
    );
    assert.deepEqual(Object.keys(tarballs()).sort(), published.sort());
    assert.deepEqual(
      WORKSPACES.filter(({ manifest }) => manifest.private === true).map(({ folder }) => folder),
      ["stacks"],
    );
  });

  it("bring their licence and their README, and neither tests nor what they are made of", () => {
    for (const [name, tarball] of Object.entries(tarballs())) {
      const files = filesIn(tarball);
      assert.deepEqual(
        ["LICENSE", "README.md", "package.json"].filter((file) => !files.includes(file)),
        [],
        name,
      );
      assert.deepEqual(
        files.filter((file) => /(^|\/)(test|testing|src\/.*\/test)\//.test(file) || /(?<!\.d)\.ts$/.test(file)),
        [],
        name,
      );
    }
  });
});

for (const { folder, manifest } of COMPILED) {
  const component = folder !== "packages/core";

  describe(manifest.name, () => {
    it("is compiled, with declarations, and can be imported by its name and its subpaths alone", () => {
      assert.deepEqual([manifest.types, manifest.exports], ["bin/index.d.ts", undefined]);
      const subpaths = readdirSync(join(REPOSITORY, folder)).filter((file) => /^(?!index\.).*(?<!\.d)\.ts$/.test(file));
      const stubs = subpaths.flatMap((file) => [file.replace(/ts$/, "js"), file.replace(/ts$/, "d.ts")]);
      const files = filesIn(tarballs()[manifest.name]!).filter((file) => !file.startsWith("bin/src/"));
      const entries = ["index.ts", ...subpaths].flatMap((file) =>
        ["d.ts", "js"].map((extension) => `bin/${file.replace(/ts$/, extension)}`),
      );
      assert.deepEqual(files.sort(), ["LICENSE", "README.md", "package.json", ...entries, ...stubs].sort());
    });

    it("leaves the choice of Pulumi's SDKs to whoever installs it, since two copies do not know each other", () => {
      const own = Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith("@pulumi/"));
      assert.deepEqual(own, []);
      assert.ok(manifest.peerDependencies?.["@pulumi/pulumi"] !== undefined);
    });

    it("runs from its sources in a checkout", () => {
      assert.deepEqual(readdirSync(join(REPOSITORY, folder, "bin")), ["index.js"]);
      assert.match(readFileSync(join(REPOSITORY, folder, "bin", "index.js"), "utf8"), /= require\("\.\.\/index"\);\n$/);
    });

    it(component ? "is a plugin for other languages" : "is no plugin: it has no component", () => {
      assert.equal(existsSync(join(REPOSITORY, folder, "PulumiPlugin.yaml")), component);
      assert.equal(existsSync(join(REPOSITORY, folder, "schema.json")), component);
    });
  });
}

function filesIn(tarball: string): string[] {
  const listed = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" });
  return listed
    .trim()
    .split("\n")
    .map((file) => file.replace(/^package\//, ""));
}
