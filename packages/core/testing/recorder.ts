import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ConfigError } from "../src/config-error";
import { computed } from "./computed";

/** A resource as a program registered it: inputs, and whom they and the whole resource wait for. */
export interface Recorded {
  urn: string;
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  /** URNs of everything that must exist before it. */
  dependencies: string[];
  /** The same, by input. */
  propertyDependencies: Record<string, string[]>;
  /** The names that it had before. */
  aliases: string[];
  /** The value whose change replaces it. */
  replacementTrigger: unknown;
  /** The name of the provider that it was given; empty for the stack's own. */
  provider: string;
  /** Whether it stays in AWS when it leaves the program. */
  retainOnDelete: boolean;
  /** Whether a replacement deletes it first; `undefined` leaves that to the provider. */
  deleteBeforeReplace: boolean | undefined;
  /** Whether Pulumi refuses to delete it. */
  protect: boolean;
}

/** The parts of a registration request that are read here. */
interface Request {
  getType(): string;
  getName(): string;
  getDependenciesList(): string[];
  getAliasesList(): { getSpec(): { getName(): string } | undefined }[];
  getDeletebeforereplace(): boolean;
  getDeletebeforereplacedefined(): boolean;
  getProtect(): boolean | undefined;
  getReplacementTrigger(): { toJavaScript(): unknown } | undefined;
  getProvider(): string;
  getRetainondelete(): boolean | undefined;
  getPropertydependenciesMap(): {
    forEach(visit: (urns: { getUrnsList(): string[] }, property: string) => void): void;
  };
}

/** A monitor, as the SDK calls it. */
interface Monitor {
  registerResource(request: Request, callback: (error: unknown, response?: { getUrn(): string }) => void): unknown;
}

/**
 * Runs a program, with every output known, until all that it makes is registered.
 *
 * @param lookUps The answers to the look-ups that the program makes, by token; any other is a failure.
 * @returns The resources in the order of registration, components among them.
 */
export async function record(
  program: () => unknown,
  lookUps: Record<string, Record<string, unknown>> = {},
): Promise<Recorded[]> {
  const resources: Recorded[] = [];
  const unanswered: string[] = [];
  const inputsByResource = new Map<string, Record<string, unknown>>();
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      const given = inputs as Record<string, unknown>;
      inputsByResource.set(`${type} ${name}`, given);
      return { id: `${name}-id`, state: { ...computed(type, name, given), ...given } };
    },
    call: ({ token }) => {
      if (lookUps[token] === undefined) {
        unanswered.push(token);
      }
      return lookUps[token] ?? {};
    },
  });
  const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) =>
    register(request, (error, response) => {
      if (response !== undefined) {
        const type = request.getType();
        const name = request.getName();
        const inputs = inputsByResource.get(`${type} ${name}`) ?? {};
        resources.push({ urn: response.getUrn(), type, name, inputs, ...options(request) });
      }
      callback(error, response);
    });
  // The SDK takes a stack trace for each of its promises, which would be most of the time of these tests.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    program();
    // Every registration holds the runtime open from its constructor to its answer, so this waits for all of them.
    await (pulumi.runtime as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  assert.deepEqual(unanswered, [], "components look nothing up but what they are known to");
  return resources;
}

function options(request: Request): Omit<Recorded, "urn" | "type" | "name" | "inputs"> {
  const propertyDependencies: Record<string, string[]> = {};
  request.getPropertydependenciesMap().forEach((urns, property) => {
    propertyDependencies[property] = urns.getUrnsList();
  });
  return {
    dependencies: request.getDependenciesList(),
    propertyDependencies,
    // A type that a provider has renamed is an alias without a name.
    aliases: request
      .getAliasesList()
      .map((alias) => alias.getSpec()?.getName() ?? "")
      .filter((name) => name !== ""),
    replacementTrigger: request.getReplacementTrigger()?.toJavaScript(),
    // A reference to a provider is its URN and its id.
    provider: request.getProvider().split("::")[3] ?? "",
    retainOnDelete: request.getRetainondelete() ?? false,
    deleteBeforeReplace: request.getDeletebeforereplacedefined() ? request.getDeletebeforereplace() : undefined,
    protect: request.getProtect() ?? false,
  };
}

/** The mistakes that a program is refused for; it must register nothing. */
export async function mistakes(program: () => unknown): Promise<string[]> {
  let problems: string[] | undefined;
  const resources = await record(() => {
    try {
      program();
    } catch (error) {
      assert.ok(error instanceof ConfigError, String(error));
      problems = error.problems;
    }
  });
  assert.deepEqual(made(resources), []);
  assert.ok(problems !== undefined, "nothing was refused");
  return problems;
}

/** What each mistake says was received, without the values allowed and the advice. */
export async function refused(program: () => unknown): Promise<string[]> {
  return (await mistakes(program)).map((problem) => problem.split(", but ")[0] ?? problem);
}

/** The types and names of all resources, in the alphabetical order of names. */
export function made(resources: Recorded[]): [type: string, name: string][] {
  return resources
    .map(({ type, name }): [string, string] => [type, name])
    .sort(([, one], [, other]) => (one < other ? -1 : 1));
}

/** The names that resources had before, by those that they have now: a name that changes keeps what is deployed under it. */
export function formerNames(resources: Recorded[]): Record<string, string[]> {
  return Object.fromEntries(resources.flatMap(({ name, aliases }) => (aliases.length > 0 ? [[name, aliases]] : [])));
}

/** The one resource of a type and name; the only one of its type if there is no name. */
export function find(resources: Recorded[], type: string, name?: string): Recorded {
  return only(
    resources,
    resources.filter((resource) => resource.type === type && (name === undefined || resource.name === name)),
    [type, name ?? ""].join(" "),
  );
}

/** The one resource of this name. */
export function named(resources: Recorded[], name: string): Recorded {
  return only(
    resources,
    resources.filter((resource) => resource.name === name),
    name,
  );
}

function only(resources: Recorded[], found: Recorded[], wanted: string): Recorded {
  const all = resources.map(({ type, name }) => `${type} ${name}`).join("\n");
  assert.equal(found.length, 1, `${found.length} of ${wanted} among:\n${all}`);
  return found[0] as Recorded;
}

/** The inputs of the one resource of this name. */
export function inputsOf(resources: Recorded[], name: string): Record<string, unknown> {
  return named(resources, name).inputs;
}

/** The names of the resources of a type, in the order of registration. */
export function names(resources: Recorded[], type: string): string[] {
  return resources.filter((resource) => resource.type === type).map((resource) => resource.name);
}

/** The names of what a resource, or one of its inputs, waits for, in alphabetical order. */
export function waitsFor(resource: Recorded, input?: string): string[] {
  const urns = input === undefined ? resource.dependencies : (resource.propertyDependencies[input] ?? []);
  return urns.map((urn) => urn.slice(urn.lastIndexOf("::") + 2)).sort();
}
