import { allOf, anyOf } from "./facts";
import type { Program } from "./program";
import { at, text, UNKNOWN, type Unknown } from "./reading";
import { sameRegion, type Resource } from "./resource";

/**
 * Whether a setting of the resource's account and Region is in place. It counts only for what depends on it: what is made
 * beside it may come first.
 */
export function hasSetting(
  resource: Resource,
  type: string,
  program: Program,
  suits: (setting: Resource) => boolean | Unknown = () => true,
): boolean | Unknown {
  const settings = program.predecessors(resource, type);
  return settings === UNKNOWN
    ? UNKNOWN
    : anyOf(...settings.map((setting) => allOf(suits(setting), sameAccountAndRegion(setting, resource))));
}

/** Without a Region of its own, a resource is in its provider's. Another provider may be of the same account. */
function sameAccountAndRegion(left: Resource, right: Resource): boolean | Unknown {
  const sameProvider = left.provider?.urn === right.provider?.urn;
  const [own, other] = [left, right].map((resource) => text(at(resource.declared, "region")));
  if (sameProvider && own === other && own !== UNKNOWN) {
    return true;
  }
  return allOf(sameRegion(left, right), sameProvider || UNKNOWN);
}
