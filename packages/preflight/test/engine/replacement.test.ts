import * as assert from "node:assert/strict";
import { stepsIn } from "./harness/events";
import { ProjectCopy } from "./harness/project";
import { Pulumi, type Run } from "./harness/pulumi";
import { describeEngine } from "./harness/suite";

/** Deploys a target group in use, changes one of its properties by the program's configuration and deploys again. */
async function replace(stack: string, change: string): Promise<Run> {
  const project = ProjectCopy.ofProgram("replacement");
  try {
    const pulumi = new Pulumi(project);
    await pulumi.init(stack);
    const first = await pulumi.up(stack);
    assert.equal(first.code, 0, first.output);
    return await pulumi.up(stack, { args: ["--config", `replacement:${change}`] });
  } finally {
    project.remove();
  }
}

/** The steps that did something, as `operation name`. */
function taken(run: Run): string[] {
  return stepsIn(run.events)
    .filter(({ op }) => op !== "same")
    .map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`);
}

describeEngine("the stand-in's target groups", () => {
  for (const change of ["port=8080", "protocol=TLS", "elsewhere=true"]) {
    it(`are created, switched to and then deleted, when AWS names them: ${change}`, () => expectReplaced(change));
  }

  async function expectReplaced(change: string): Promise<void> {
    const run = await replace("auto", change);
    assert.equal(run.code, 0, run.output);
    assert.deepEqual(taken(run), [
      "create-replacement targets",
      "replace targets",
      "update listener",
      "delete-replaced targets",
    ]);
  }

  it("cannot be replaced under a fixed name, for the listener still holds the one to delete first", async () => {
    const run = await replace("fixed", "port=8080");
    assert.notEqual(run.code, 0);
    assert.match(run.output, /ResourceInUse: arn:aws:elasticloadbalancing:\S+targetgroup\/in-use\S+ is in use by/);
  });
});
