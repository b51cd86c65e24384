import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Compiler } from "../harness/compiler";
import { MANAGERS, whyNot } from "../harness/managers";
import { COMPILED } from "../harness/manifests";
import { type PreviewedResource, resourcesOf, stoppedBy } from "../harness/preview";
import { ForeignProject, PULUMI_TEMPLATE } from "../harness/project";
import { REPOSITORY } from "../harness/scratch";
import { note, skipped, step } from "../harness/table";
import { tarballs } from "../harness/tarballs";

/** As strict as TypeScript can be, and the other way to resolve modules. */
const STRICT = {
  ...PULUMI_TEMPLATE,
  module: "node16",
  moduleResolution: "node16",
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
};

const COMPOSED = ["--json", "--policy-pack-config", "policies.json", "--policy-pack"];

for (const manager of MANAGERS) {
  const missing = whyNot(manager);
  if (missing !== undefined) {
    skipped("all packages", manager.name, "install", missing);
  }

  (missing === undefined ? describe : describe.skip)(`packages installed by ${manager.name}`, () => {
    let project: ForeignProject;
    let compiler: Compiler;

    before("install", () => {
      tarballs();
      project = new ForeignProject(manager);
      step("all packages", manager.name, "install", () => project.install());
      compiler = new Compiler(project.root);
      project.copy("consumer/programs/composed", "composed");
    });

    for (const { folder, manifest } of COMPILED) {
      it(`compile the examples of ${manifest.name}`, () => {
        const examples = [
          ...readFileSync(join(REPOSITORY, folder, "README.md"), "utf8").matchAll(/```ts\n([^]*?)```/g),
        ];
        assert.notEqual(examples.length, 0);
        const name = basename(folder);
        const files = examples.map(([, example], index) => project.write(`${name}-${index}.ts`, example!));
        step(manifest.name, manager.name, "compile", () => {
          assert.deepEqual(compiler.check(files, PULUMI_TEMPLATE).messages, []);
          // What an installed package declares does not depend on who installed it.
          assert.deepEqual(manager.name === "npm" ? compiler.check(files, STRICT).messages : [], []);
        });
      });
    }

    it("load no more than half as much again as one deep import of AWS's SDK", () => {
      const size = (name: string): number =>
        compiler.check([project.write(`${basename(name)}.ts`, `import "${name}";\n`)], PULUMI_TEMPLATE).size;
      const deep = size("@pulumi/aws/lb/loadBalancer");
      for (const { manifest } of COMPILED) {
        const ratio = size(manifest.name) / deep;
        note(manifest.name, manager.name, "declarations", `${ratio.toFixed(2)} of a deep import`);
        assert.ok(ratio <= 1.5, `${manifest.name} loads ${ratio} times what a deep import does`);
      }
    });

    it("preview a network, a load balancer and a fleet as the sources do", () => {
      step("composed", manager.name, "preview", () => {
        const { code, stdout, output } = project.preflight("composed", ["--stack", "dev", ...COMPOSED, project.pack]);
        assert.equal(code, 0, output);
        assert.deepEqual(resourcesOf(stdout), sourcesPreview());
      });
    });

    it("stop, with the pack, what breaks a policy", () => {
      step("composed", manager.name, "refused", () => {
        const { code, stdout, output } = project.preflight("composed", ["--stack", "wrong", ...COMPOSED, project.pack]);
        assert.equal(code, 1, output);
        const broken = stoppedBy(stdout);
        assert.ok(broken.some(([rule]) => rule === "volume-is-encrypted"));
        // How many rules ask something of a volume is the pack's own affair.
        assert.deepEqual([...new Set(broken.map(([, resource]) => resource))], ["unencrypted"]);
      });
    });
  });
}

let previewed: PreviewedResource[] | undefined;

/** What this repository's own sources preview. */
function sourcesPreview(): PreviewedResource[] {
  if (previewed === undefined) {
    const cwd = join(REPOSITORY, "consumer", "programs", "composed");
    const args = ["preflight", "--stack", "dev", ...COMPOSED, join(REPOSITORY, "policies")];
    previewed = resourcesOf(execFileSync("npx", args, { cwd, encoding: "utf8" }));
  }
  return previewed;
}
