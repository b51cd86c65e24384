import * as pulumi from "@pulumi/pulumi";

/** A resource as it is registered. */
export interface Recorded {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  /** The names of the resources that must exist before it, in alphabetical order. */
  waitsFor: string[];
}

/** The parts of a registration request that are read here. */
interface Request {
  getName(): string;
  getDependenciesList(): string[];
}

/** A monitor, as the SDK calls it. */
interface Monitor {
  registerResource(request: Request, callback: unknown): unknown;
}

/**
 * Runs a program, with every output known, until all that it makes is registered.
 *
 * @returns The resources in alphabetical order, components among them.
 */
export async function register(program: () => unknown): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      const given = inputs as Record<string, unknown>;
      recorded.push({ type, name, inputs: given, waitsFor: [] });
      return { id: `${name}-id`, state: { ...computed(name), ...given } };
    },
    call: ({ token }) => {
      throw new Error(`${token} is looked up, but components make no look-ups`);
    },
  });
  const waitsFor = new Map<string, string[]>();
  const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
  const registerResource = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    const names = request.getDependenciesList().map((urn) => urn.slice(urn.lastIndexOf("::") + 2));
    waitsFor.set(request.getName(), names.sort());
    return registerResource(request, callback);
  };
  // The SDK takes a stack trace for each of its promises, which would be most of the time of these tests.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    program();
    // Each registration holds the runtime open from its constructor to its answer.
    await (pulumi.runtime as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return recorded
    .map((resource) => ({ ...resource, waitsFor: waitsFor.get(resource.name) ?? [] }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The one resource of this name. */
export function named(resources: Recorded[], name: string): Recorded {
  const found = resources.filter((resource) => resource.name === name);
  if (found.length !== 1) {
    throw new Error(`${found.length} resources are named ${name}: ${resources.map((each) => each.name).join(", ")}`);
  }
  return found[0]!;
}

/** The inputs of the one resource of this name. */
export function inputsOf(resources: Recorded[], name: string): Record<string, unknown> {
  return named(resources, name).inputs;
}

/** What AWS would compute, as far as other resources are made of it. */
function computed(name: string): Record<string, unknown> {
  return {
    arn: `arn:of:${name}`,
    name: `${name}-name`,
    keyId: `${name}-key-id`,
    allocationId: `${name}-allocation`,
    ownerId: "111122223333",
    latestVersion: 7,
  };
}
