import * as assert from "node:assert/strict";
import * as path from "node:path";
import { changesIn } from "./harness/events";
import { isBuilt, preflight, preflightView } from "./harness/preflight";
import { ProjectCopy } from "./harness/project";
import { Pulumi } from "./harness/pulumi";
import { describeEngine } from "./harness/suite";
import { engineView } from "./harness/view";

describeEngine("a small program", () => {
  let project: ProjectCopy;
  let pulumi: Pulumi;
  before(() => {
    project = ProjectCopy.ofProgram("basics");
    pulumi = new Pulumi(project);
  });
  after(() => project.remove());

  it("previews the same in the engine and in preflight", async function () {
    await pulumi.init("dev");
    const plan = path.join(project.scratch, "plan.json");
    const run = await pulumi.preview("dev", plan);
    assert.equal(run.code, 0, run.output);
    assert.deepEqual(changesIn(run.events), { create: 7 });
    if (!isBuilt()) {
      this.skip();
    }
    const { report } = await preflight(project, "dev");
    assert.deepEqual(preflightView(report), engineView(plan, run.events));
  });

  it("deploys, settles and is destroyed", async () => {
    const first = await pulumi.up("dev");
    assert.equal(first.code, 0, first.output);
    const second = await pulumi.up("dev");
    assert.deepEqual(changesIn(second.events), { same: 7 }, second.output);
    const last = await pulumi.destroy("dev");
    assert.deepEqual(changesIn(last.events), { delete: 7 }, last.output);
  });
});
