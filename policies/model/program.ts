import type { PolicyResource } from "@pulumi/policy";
import { UNKNOWN, type Unknown } from "./reading";

/** A resource as the rules see it. Read its properties with the functions of `reading.ts` only. */
export interface Resource {
  type: string;
  urn: string;
  /** What the program declares. */
  declared: unknown;
  /** What is known of the resource's state once the program has run; not there before. */
  state?: unknown;
  /** The URN of the resource's provider, which stands for the account and Region. */
  provider?: string | undefined;
}

/** The rest of the program, as far as it is known when a resource is judged. */
export interface Program {
  /**
   * The resources from which the value of a property comes, or {@link UNKNOWN} while dependencies are not known yet and
   * a resource of one of these types may be among them.
   */
  sources(resource: Resource, property: string, types: string[]): Resource[] | Unknown;

  /** The resources of one type that are in place before this one, or {@link UNKNOWN} as above. */
  predecessors(resource: Resource, type: string): Resource[] | Unknown;
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
  };
}

/** The program once it has run, with every dependency. */
export function finishedProgram(resources: PolicyResource[], view: (resource: PolicyResource) => Resource): Program {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return {
    sources: (resource, property) => (byUrn.get(resource.urn)?.propertyDependencies[property] ?? []).map(view),
    predecessors: (resource, type) =>
      [...transitiveDependencies(byUrn.get(resource.urn))].filter((found) => found.type === type).map(view),
  };
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
