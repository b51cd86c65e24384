import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { COMPONENT_PACKAGES } from "../harness/manifests";
import { cloneOfRepository, Pulumi, urnsOf } from "../harness/pulumi";
import { folder, REPOSITORY } from "../harness/scratch";
import { describeInstalled } from "../harness/suite";
import { skipped, step } from "../harness/table";

/** The languages beside Node.js that Pulumi makes SDKs for. */
const LANGUAGES = ["python", "go", "dotnet", "java"];

interface Schema {
  namespace: string;
  resources: object;
  types: object;
}

describeInstalled("packages as plugins", () => {
  let clone: string;
  let pulumi: Pulumi;

  before("clone", () => {
    clone = cloneOfRepository();
    pulumi = new Pulumi();
  });

  function generate(name: string, language: string): string {
    const out = folder("sdks", name);
    const args = ["package", "gen-sdk", `./packages/${name}`, "--language", language, "--out", out];
    pulumi.mustRun(args, clone);
    return out;
  }

  for (const name of COMPONENT_PACKAGES) {
    it(`${name} gives its schema, with whatever a test holds it to`, () => {
      const committed = JSON.parse(readFileSync(join(REPOSITORY, "packages", name, "schema.json"), "utf8")) as Schema;
      const given = step(
        name,
        "plugin",
        "schema",
        () => JSON.parse(pulumi.mustRun(["package", "get-schema", `./packages/${name}`], clone)) as Schema,
      );
      assert.deepEqual(said(given), said(committed));
    });

    it(`${name} has an SDK in Node.js that is not called as its package`, () => {
      const out = step(name, "plugin", "nodejs SDK", () => generate(name, "nodejs"));
      const manifest = JSON.parse(readFileSync(join(out, "nodejs", "package.json"), "utf8")) as { name: string };
      assert.equal(manifest.name, `@groundwork-sdk/${name}`);
    });
  }

  for (const language of LANGUAGES) {
    it(`have SDKs in ${language}`, function () {
      const host = `pulumi-language-${language}`;
      if (spawnSync(host, ["--version"]).error !== undefined) {
        skipped("all packages", "plugin", `${language} SDK`, `there is no ${host} on PATH`);
        this.skip();
      }
      for (const name of COMPONENT_PACKAGES) {
        step(name, "plugin", `${language} SDK`, () => generate(name, language));
      }
    });
  }

  it("are composed by a program of their SDKs", () => {
    const cwd = folder("projects", "plugins");
    cpSync(join(__dirname, "..", "fixtures", "plugins"), cwd, { recursive: true });
    for (const name of ["encryption", "instance-fleet", "load-balancing", "network"]) {
      step(name, "plugin", "add", () => pulumi.mustRun(["package", "add", join(clone, "packages", name)], cwd));
    }
    step("composed", "plugin", "pulumi preview", () => {
      const { code, stdout, output } = pulumi.preview("dev", cwd, ["--json"]);
      assert.equal(code, 0, output);
      const types = urnsOf(stdout).map((urn) => urn.split("::")[2]!);
      const withChildren = types.filter((type) => types.some((other) => other.startsWith(`${type}$aws:`)));
      assert.deepEqual(withChildren, [
        "encryption:index:EncryptionKey",
        "instance-fleet:index:InstanceFleet",
        "load-balancing:index:ApplicationLoadBalancer",
        "network:index:Network",
      ]);
    });
  });
});

/** What a schema says of a package's components. */
function said({ namespace, resources, types }: Schema): unknown {
  // Pulumi leaves out what is empty, and what is not of its format: what is required has a list of its own.
  const kept = (key: string, value: unknown): unknown =>
    key === "optional" || JSON.stringify(value) === "{}" || JSON.stringify(value) === "[]" ? undefined : value;
  return JSON.parse(JSON.stringify({ namespace, resources, types }), kept);
}
