import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { differences } from "./difference";
import { hidden, secretsIn } from "./hidden";
import { preflight, preflightView } from "./preflight";
import { type ProjectCopy } from "./project";
import { type Pulumi, type Run, type RunOptions } from "./pulumi";
import { engineView } from "./view";

/** Previews a new stack in the engine and in preflight and fails unless both say the same. Returns the engine's run. */
export async function assertSamePreview(
  project: ProjectCopy,
  pulumi: Pulumi,
  stack: string,
  options: RunOptions = {},
): Promise<Run> {
  const plan = path.join(project.scratch, `plan-${stack}.json`);
  const run = await pulumi.preview(stack, plan, options);
  const { code, report } = await preflight(project, stack, options);
  assert.equal(run.code === 0, code === 0, `the engine ended with ${run.code}, preflight with ${code}:\n${run.output}`);
  const secrets = secretsIn(await planOf(pulumi, stack, plan));
  const [engines, preflights] = [engineView(plan, run.events), preflightView(report)];
  const found = differences(hidden(engines, secrets), hidden(preflights, secrets));
  assert.deepEqual(found, [], `\n${found.join("\n")}\n`);
  return run;
}

/** A file with the plan of a preview. One that packs stopped wrote none: without them, the program asks for the same. */
async function planOf(pulumi: Pulumi, stack: string, plan: string): Promise<string> {
  if (fs.existsSync(plan)) {
    return plan;
  }
  const file = `${plan}.unjudged`;
  await pulumi.preview(stack, file);
  return file;
}
