import * as assert from "node:assert/strict";
import * as path from "node:path";
import { type Cloud, type Living } from "../provider/cloud";
import { nameIn } from "../provider/wire";
import { stepsIn } from "./events";
import { ProjectCopy } from "./project";
import { Pulumi, type Run, type RunOptions } from "./pulumi";

/** The stack that programs are deployed to. */
export const STACK = "dev";

/** What became of a change to a program that was deployed. */
export interface Change {
  /** The steps that the update took, as `steps` writes them. */
  taken: string[];
  /** What the update asked of the cloud, as `request name`. */
  asked: string[];
  /** What lives in the cloud after it. */
  living: Living[];
  /** What lived there before it and does no more. */
  gone: Living[];
  /** The steps of a further update. */
  afterwards: string[];
}

/**
 * Deploys a program of this suite once for the tests of a block; it is there once they run.
 *
 * @param owner A program that is deployed before, whose stack this one refers to, into the same account.
 * @param prepare What is done to the account before.
 */
export function deployOnce(program: string, owner?: string, prepare?: (cloud: Cloud) => void): () => ProjectCopy {
  let deployed: ProjectCopy | undefined;
  before(async () => (deployed = await deploy(program, owner, prepare)));
  after(() => deployed?.remove());
  return () => deployed as ProjectCopy;
}

async function deploy(
  program: string,
  owner: string | undefined,
  prepare: ((cloud: Cloud) => void) | undefined,
): Promise<ProjectCopy> {
  const project = ProjectCopy.ofBundledProgram(program);
  const pulumi = new Pulumi(project);
  if (owner !== undefined) {
    const other = ProjectCopy.ofBundledProgram(owner);
    succeeded(await pulumi.deployOther(other, STACK));
    other.remove();
  }
  await pulumi.init(STACK);
  prepare?.(pulumi.cloud);
  succeeded(await pulumi.up(STACK));
  return project;
}

/**
 * Previews a change of one setting against what is deployed, has the preview judged, applies the change and deploys once
 * more. It works on a copy.
 *
 * @param judge Left out, there is no preview.
 * @param first A setting that is deployed before.
 */
export async function change(
  deployed: ProjectCopy,
  setting: string,
  judge?: (previewed: string[]) => void,
  first?: string,
): Promise<Change> {
  return onFork(deployed, async (pulumi, project) => {
    if (first !== undefined) {
      succeeded(await pulumi.up(STACK, having(first)));
    }
    const before = pulumi.cloud.journal().length;
    const plan = path.join(project.scratch, "plan.json");
    if (judge !== undefined) {
      judge(steps(succeeded(await pulumi.preview(STACK, plan, having(setting)))));
    }
    const taken = steps(succeeded(await pulumi.up(STACK, having(setting))));
    const deeds = pulumi.cloud.journal().slice(before);
    return {
      taken,
      asked: deeds.map(({ what, living }) => `${what} ${living.name}`),
      living: pulumi.cloud.all(),
      gone: deeds.filter(({ what }) => what === "delete").map(({ living }) => living),
      afterwards: steps(succeeded(await pulumi.up(STACK))),
    };
  });
}

/** Does something with a copy of what is deployed, and removes the copy. */
export async function onFork<T>(
  deployed: ProjectCopy,
  act: (pulumi: Pulumi, project: ProjectCopy) => Promise<T>,
): Promise<T> {
  const project = deployed.fork();
  try {
    return await act(new Pulumi(project), project);
  } finally {
    project.remove();
  }
}

/** The options of a run that changes a setting, for good: `namespace:key=value`. */
export function having(setting: string): RunOptions {
  return { args: ["--config", setting] };
}

/** A run that must have succeeded. */
export function succeeded(run: Run): Run {
  assert.equal(run.code, 0, run.output);
  return run;
}

/**
 * The steps that a run took or announced, but for those that leave a resource as it is: `operation name`, then the inputs
 * that are updated or force a replacement.
 */
export function steps(run: Run): string[] {
  const changed = stepsIn(run.events).filter(({ op }) => op !== "same" && op !== "read");
  return changed.map(({ op, urn, diffs = [], keys = [] }) => {
    // The engine gives the inputs in any order.
    const inputs = op === "update" ? diffs : op === "create-replacement" ? [...keys].sort() : [];
    return [op, nameIn(urn), ...inputs].join(" ");
  });
}

/** A line for each name. */
export function each(what: string, resources: string[]): string[] {
  return resources.map((name) => `${what} ${name}`);
}

/** Fails unless two lists have the same lines, in whatever order. */
export function assertSameLines(lines: string[], expected: string[]): void {
  assert.deepEqual([...lines].sort(), [...expected].sort());
}

/** Fails unless the lines of each group come after all of the group before it. */
export function assertInOrder(lines: string[], groups: string[][]): void {
  const places = groups.map((group) => group.map((line) => lines.indexOf(line)));
  places.slice(1).forEach((group, index) => {
    const inOrder = (places[index] ?? []).every((earlier) => group.every((later) => earlier >= 0 && earlier < later));
    assert.ok(inOrder, `expected ${JSON.stringify(groups)}, in this order, in:\n${lines.join("\n")}`);
  });
}

/** Fails unless these are the lines, each group after the one before it, and further ones at any time. */
export function assertGroups(lines: string[], groups: string[][], anytime: string[] = []): void {
  assertSameLines(lines, [...groups.flat(), ...anytime]);
  assertInOrder(lines, groups);
}

/** The one resource of a name. */
export function only(resources: Living[], name: string): Living {
  const [found, ...others] = resources.filter((resource) => resource.name === name);
  assert.ok(
    found !== undefined && others.length === 0,
    `one ${name} in ${resources.map((resource) => resource.name).join()}`,
  );
  return found;
}

/** Fails unless a resource was replaced by one with another name, and the program fixed neither. */
export function assertRenamed({ living, gone }: Change, name: string): void {
  const [fresh, stale] = [only(living, name), only(gone, name)];
  assert.deepEqual([fresh.inputs["name"], stale.inputs["name"]], [undefined, undefined]);
  assert.notEqual(fresh.outputs["name"], stale.outputs["name"]);
}
