import type { PolicyResource } from "@pulumi/policy";
import { UNKNOWN, type Unknown } from "./reading";
import type { Resource } from "./resource";
import type { Fact } from "./verdict";

/** The rest of the program, as far as it is known when a resource is judged. */
export interface Program extends PackFacts {
  /**
   * The resources from which the value of a property comes, whatever their types, or {@link UNKNOWN} while dependencies
   * are not known yet and a resource of one of these types may be among them. In the place of a component, which is all
   * that is told of a remote one, stand its children of these types.
   */
  sources(resource: Resource, property: string, types: string[]): Resource[] | Unknown;

  /** The resources of these types that are known so far: once the program has run, all. */
  known(types: string[]): Resource[];

  /** The resources of these types in the whole program; {@link UNKNOWN} while it runs. */
  all(types: string[]): Resource[] | Unknown;

  /** The resources of one type that are in place before this one, or {@link UNKNOWN} as above. */
  predecessors(resource: Resource, type: string): Resource[] | Unknown;

  /**
   * The resources that depend on this one: of these types, or of all, and by the property if one is named;
   * {@link UNKNOWN} while the program runs, because they are registered later.
   */
  dependents(resource: Resource, types?: string[], property?: string): Resource[] | Unknown;
}

/** What the pack tells of itself, for rules about rules. */
export interface PackFacts {
  /** What is wrong with the waivers: while the program runs, as far as it shows; then also which have waived nothing. */
  waiverMistakes(): Fact[];

  /** The inputs of a type on which mandatory rules rest, each with the name of one of them. */
  guards(type: string): ReadonlyMap<string, string>;
}

/**
 * The program while it still runs. Dependencies are not told yet; but whatever a resource depends on was registered
 * before it, so where no resource of a type has been seen, none can be a dependency.
 */
export function runningProgram(seen: Map<string, Resource[]>, pack: PackFacts): Program {
  const unlessSeen = (types: string[]) => (types.some((type) => seen.has(type)) ? UNKNOWN : []);
  return {
    known: (types) => types.flatMap((type) => seen.get(type) ?? []),
    all: () => UNKNOWN,
    sources: (_resource, _property, types) => unlessSeen(types),
    predecessors: (_resource, type) => unlessSeen([type]),
    dependents: () => UNKNOWN,
    ...pack,
  };
}

/** The program once it has run, with every dependency. */
export function finishedProgram(
  resources: PolicyResource[],
  view: (resource: PolicyResource) => Resource,
  pack: PackFacts,
): Program {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  let users: Map<string, PolicyResource[]> | undefined;
  let children: Map<string, PolicyResource[]> | undefined;
  const below = (urn: string): PolicyResource[] => {
    children ??= grouped(resources, ({ parent }) => (parent === undefined ? [] : [parent.urn]));
    return (children.get(urn) ?? []).flatMap((child) => [child, ...below(child.urn)]);
  };
  const expanded = (source: PolicyResource, types: string[]): PolicyResource[] => {
    const made = source.provider === undefined ? below(source.urn).filter(({ type }) => types.includes(type)) : [];
    return made.length > 0 ? made : [source];
  };
  const known = (types: string[]) => resources.filter(({ type }) => types.includes(type)).map(view);
  return {
    known,
    all: known,
    sources: (resource, property, types) => {
      const sources = byUrn.get(resource.urn)?.propertyDependencies[property] ?? [];
      return [...new Set(sources.flatMap((source) => expanded(source, types)))].map(view);
    },
    predecessors: (resource, type) =>
      [...transitiveDependencies(byUrn.get(resource.urn))].filter((found) => found.type === type).map(view),
    dependents: (resource, types, property) => {
      users ??= grouped(resources, usedBy);
      return (users.get(resource.urn) ?? [])
        .filter(({ type }) => types?.includes(type) ?? true)
        .filter((user) => property === undefined || usesBy(user, property, resource.urn))
        .map(view);
    },
    ...pack,
  };
}

/** Resources by the URNs that each names. */
function grouped(
  resources: PolicyResource[],
  urnsOf: (resource: PolicyResource) => string[],
): Map<string, PolicyResource[]> {
  const groups = new Map<string, PolicyResource[]>();
  for (const resource of resources) {
    for (const urn of new Set(urnsOf(resource))) {
      const group = groups.get(urn);
      if (group === undefined) {
        groups.set(urn, [resource]);
      } else {
        group.push(resource);
      }
    }
  }
  return groups;
}

/** The URNs that a resource depends on. */
function usedBy({ dependencies, propertyDependencies }: PolicyResource): string[] {
  return [...dependencies, ...Object.values(propertyDependencies).flat()].map(({ urn }) => urn);
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
