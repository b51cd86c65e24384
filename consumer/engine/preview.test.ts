import * as assert from "node:assert/strict";
import { join } from "node:path";
import { NPM } from "../harness/managers";
import { resourcesOf } from "../harness/preview";
import { ForeignProject } from "../harness/project";
import { Pulumi, urnsOf } from "../harness/pulumi";
import { describeInstalled } from "../harness/suite";
import { step } from "../harness/table";

describeInstalled("packages in a project of the real engine", () => {
  let project: ForeignProject;
  let cwd: string;
  let pulumi: Pulumi;
  let pack: string[];

  before("install", () => {
    project = new ForeignProject(NPM);
    project.install();
    project.copy("consumer/programs/composed", "composed");
    cwd = join(project.root, "composed");
    pulumi = new Pulumi(join(project.root, "node_modules", "@pulumi", "aws"));
    pack = ["--policy-pack", project.pack, "--policy-pack-config", join(cwd, "policies.json")];
  });

  it("preview a network, a load balancer and a fleet, with the pack, as preflight does", () => {
    const document = project.preflight("composed", ["--stack", "dev", "--json"]).stdout;
    step("composed", "npm", "pulumi preview", () => {
      const { code, stdout, output } = pulumi.preview("dev", cwd, ["--json", ...pack]);
      assert.equal(code, 0, output);
      assert.deepEqual(
        urnsOf(stdout).filter((urn) => !urn.includes("::pulumi:providers:")),
        resourcesOf(document).map(({ urn }) => urn),
      );
    });
  });

  it("stop, with the pack, what breaks a policy", () => {
    step("composed", "npm", "pulumi refused", () => {
      const { code, output } = pulumi.preview("wrong", cwd, pack);
      assert.notEqual(code, 0, output);
      assert.match(output, /volume-is-encrypted/);
    });
  });
});
