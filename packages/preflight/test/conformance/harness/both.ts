import * as path from "node:path";
import { preflight, type PreflightRun } from "./preflight";
import { ProjectCopy } from "./project";
import { Pulumi, type Run, type RunOptions } from "./pulumi";

/** One preview by each side. */
export interface Both extends PreflightRun {
  /** The engine's. */
  run: Run;
  /** What preflight calls errors, one after another. */
  errors: string;
}

/** Previews a stack with the engine and with preflight. */
export async function previewBoth(project: ProjectCopy, stack: string, options: RunOptions = {}): Promise<Both> {
  const pulumi = new Pulumi(project);
  await pulumi.init(stack);
  const run = await pulumi.preview(stack, path.join(project.scratch, "plan.json"), options);
  const { code, report } = await preflight(project, stack, options);
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  return { run, code, report, errors: errors.map(({ message }) => message).join("\n") };
}

/** Runs a test on a copy of a program of this suite. */
export async function withProgram<T>(name: string, test: (project: ProjectCopy) => Promise<T>): Promise<T> {
  const project = ProjectCopy.ofProgram(name);
  try {
    return await test(project);
  } finally {
    project.remove();
  }
}
