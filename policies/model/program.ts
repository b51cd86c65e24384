import type { PolicyResource } from "@pulumi/policy";
import { UNKNOWN, type Unknown } from "./reading";
import type { Resource } from "./resource";

/** The rest of the program, as far as it is known when a resource is judged. */
export interface Program {
  /**
   * The resources from which the value of a property comes, or {@link UNKNOWN} while dependencies are not known yet and
   * a resource of one of these types may be among them.
   */
  sources(resource: Resource, property: string, types: string[]): Resource[] | Unknown;

  /** The resources of one type that are in place before this one, or {@link UNKNOWN} as above. */
  predecessors(resource: Resource, type: string): Resource[] | Unknown;

  /**
   * The resources of these types that depend on this one, by the property if one is named; {@link UNKNOWN} while the
   * program runs, because they are registered later.
   */
  dependents(resource: Resource, types: string[], property?: string): Resource[] | Unknown;
}

/**
 * The program while it still runs. Dependencies are not told yet; but whatever a resource depends on was registered
 * before it, so where no resource of a type has been seen, none can be a dependency.
 */
export function runningProgram(seenTypes: Set<string>): Program {
  const unlessSeen = (types: string[]) => (types.some((type) => seenTypes.has(type)) ? UNKNOWN : []);
  return {
    sources: (_resource, _property, types) => unlessSeen(types),
    predecessors: (_resource, type) => unlessSeen([type]),
    dependents: () => UNKNOWN,
  };
}

/** The program once it has run, with every dependency. */
export function finishedProgram(resources: PolicyResource[], view: (resource: PolicyResource) => Resource): Program {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  let users: Map<string, PolicyResource[]> | undefined;
  return {
    sources: (resource, property) => (byUrn.get(resource.urn)?.propertyDependencies[property] ?? []).map(view),
    predecessors: (resource, type) =>
      [...transitiveDependencies(byUrn.get(resource.urn))].filter((found) => found.type === type).map(view),
    dependents: (resource, types, property) => {
      users ??= usersOf(resources);
      return (users.get(resource.urn) ?? [])
        .filter(({ type }) => types.includes(type))
        .filter((user) => property === undefined || usesBy(user, property, resource.urn))
        .map(view);
    },
  };
}

/** By URN, the resources that depend on it. */
function usersOf(resources: PolicyResource[]): Map<string, PolicyResource[]> {
  const users = new Map<string, PolicyResource[]>();
  for (const resource of resources) {
    const used = [...resource.dependencies, ...Object.values(resource.propertyDependencies).flat()];
    for (const urn of new Set(used.map((dependency) => dependency.urn))) {
      const known = users.get(urn);
      if (known === undefined) {
        users.set(urn, [resource]);
      } else {
        known.push(resource);
      }
    }
  }
  return users;
}

function usesBy(user: PolicyResource, property: string, urn: string): boolean {
  return (user.propertyDependencies[property] ?? []).some((dependency) => dependency.urn === urn);
}

function transitiveDependencies(resource: PolicyResource | undefined): Set<PolicyResource> {
  const found = new Set<PolicyResource>();
  const open = [...(resource?.dependencies ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!found.has(next)) {
      found.add(next);
      open.push(...next.dependencies);
    }
  }
  return found;
}
