import * as pulumi from "@pulumi/pulumi";

/** A resource as it is registered. */
export interface Recorded {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  /** The names of the resources that it waits for beyond those whose outputs it takes. */
  dependsOn: string[];
}

/**
 * Registers what `create` makes, with every output known, and waits until all of it is registered.
 *
 * @param create Makes a component with the options that it is handed.
 * @returns The resources in the order of their names, components among them.
 */
export async function register(create: (opts: pulumi.ComponentResourceOptions) => void): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      const given = inputs as Record<string, unknown>;
      recorded.push({ type, name, inputs: given, dependsOn: [] });
      return { id: `${name}-id`, state: { name: `${name}-name`, arn: `arn:of:${name}`, ...given } };
    },
    call: ({ token }) => {
      throw new Error(`${token} is looked up, but components make no look-ups`);
    },
  });
  const made: pulumi.ResourceTransformationArgs[] = [];
  create({
    transformations: [
      (resource) => {
        made.push(resource);
        return undefined;
      },
    ],
  });
  const dependsOn = new Map<string, string[]>();
  for (const { resource, name, opts } of made) {
    await nameOf(resource);
    dependsOn.set(name, await Promise.all(explicitDependencies(opts).map(nameOf)));
  }
  return recorded
    .map((resource) => ({ ...resource, dependsOn: dependsOn.get(resource.name) ?? [] }))
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

function explicitDependencies({ dependsOn }: pulumi.ResourceOptions): pulumi.Resource[] {
  if (dependsOn === undefined) {
    return [];
  }
  return (Array.isArray(dependsOn) ? dependsOn : [dependsOn]) as pulumi.Resource[];
}

/** A resource's name, once it is registered. */
function nameOf({ urn }: pulumi.Resource): Promise<string> {
  return new Promise((resolve) => urn.apply((known) => resolve(known.slice(known.lastIndexOf("::") + 2))));
}
