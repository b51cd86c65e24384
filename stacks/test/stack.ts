import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { parse } from "yaml";
import { ConfigError } from "@groundwork/core";

/** A program, as `index.ts` exports it. */
type Program = () => Promise<Record<string, pulumi.Input<unknown>>>;

/** A resource as it is registered. */
export interface Recorded {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
}

/** The configuration in a stack's file, as Pulumi's command line hands it to a program. */
export function configOf(stack: string): Record<string, string> {
  const file = readFileSync(join(__dirname, "..", `Pulumi.${stack}.yaml`), "utf8");
  const { config } = parse(file) as { config: Record<string, unknown> };
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

/** The look-ups that a program makes and the resources that it registers. */
export interface Run {
  resources: Recorded[];
  lookUps: string[];
  outputs: string[];
}

/**
 * Runs the program as a stack, in a preview, until it has registered everything.
 *
 * @param config The configuration, if not that of the stack's file.
 */
export async function run(stack: string, config: Record<string, string> = configOf(stack)): Promise<Run> {
  const resources: Recorded[] = [];
  const lookUps: string[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        resources.push({ type, name, inputs: inputs as Record<string, unknown> });
        return { id: undefined, state: inputs as Record<string, unknown> };
      },
      call: ({ token, inputs }) => {
        lookUps.push(token);
        return inputs as Record<string, unknown>;
      },
    },
    "groundwork",
    stack,
    true,
  );
  pulumi.runtime.setAllConfig(config);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the way in which Pulumi loads a program
  const program = require("../index") as Program;
  // The SDK takes a stack trace for each of its promises, which would be most of the time of these tests.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const outputs = Object.keys(await program());
    // Each registration holds the runtime open from its constructor to its answer.
    await (pulumi.runtime as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
    return { resources, lookUps, outputs };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const runs = new Map<string, Promise<Run>>();

/** The run of a stack with the configuration of its file, which every test of it shares. */
export function runOf(stack: string): Promise<Run> {
  const shared = runs.get(stack) ?? run(stack);
  runs.set(stack, shared);
  return shared;
}

/** The resources of a stack with the configuration of its file. */
export async function resourcesOf(stack: string): Promise<Recorded[]> {
  return (await runOf(stack)).resources;
}

/** The mistakes that a stack is refused for. */
export async function mistakes(stack: string, config: Record<string, string>): Promise<string[]> {
  let problems: string[] = [];
  await assert.rejects(run(stack, config), (error: unknown) => {
    assert.ok(error instanceof ConfigError, String(error));
    problems = error.problems;
    return true;
  });
  return problems;
}

/** What a lifecycle policy does. */
interface LifecyclePolicy {
  policyType: string;
  targetTags: Record<string, string>;
  schedules: Record<string, unknown>[];
}

/** An environment's lifecycle policies, snapshots before AMIs. */
export function policiesOf(resources: Recorded[]): LifecyclePolicy[] {
  return ofType(resources, "aws:dlm/lifecyclePolicy:LifecyclePolicy")
    .sort((one, other) => (one.name < other.name ? 1 : -1))
    .map(({ inputs }) => inputs["policyDetails"] as LifecyclePolicy);
}

/** The first schedule of an environment's snapshots. */
export function scheduleOf(resources: Recorded[]): Record<string, unknown> {
  return policiesOf(resources)[0]!.schedules[0]!;
}

/** The resources of a type. */
export function ofType(resources: Recorded[], type: string): Recorded[] {
  return resources.filter((resource) => resource.type === type);
}
