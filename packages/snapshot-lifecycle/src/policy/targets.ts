import { type Checks, isPlain, type Place, type Tags } from "@groundwork/core";
import * as pulumi from "@pulumi/pulumi";
import { type PolicyKind } from "./lifecycle-policy";

/** Who looks for which tag, in each program: a test, or a host of several, runs more than one in a process. */
const programs = new WeakMap<object, Map<string, string>>();

/** What a policy looks for. */
export interface Targets {
  place: Place;
  targetTags: Tags;
  kind: PolicyKind;
  /** Volumes or instances. */
  resource: string;
}

/**
 * Records that another policy of the program looks for the same tag: whatever carries it would be backed up twice.
 *
 * @param name The policy's name. Whoever has it is taken for the same.
 */
export function checkTargets(checks: Checks, name: string, targets: Targets): void {
  const found = known();
  for (const [tag, key] of keysOf(targets)) {
    const other = found.get(key);
    if (other !== undefined && other !== name) {
      checks.that(
        false,
        "targetTags",
        targets.targetTags,
        `tags that no other policy looks for, where ${other} looks for ${tag}`,
        "join the schedules in one policy, or choose another tag: each would make a snapshot",
      );
    }
  }
}

/** Remembers what a policy looks for. */
export function claimTargets(name: string, targets: Targets): void {
  keysOf(targets).forEach(([, key]) => known().set(key, name));
}

function known(): Map<string, string> {
  const monitor = pulumi.runtime.getMonitor() as object | undefined;
  const program = monitor ?? programs;
  const found = programs.get(program) ?? new Map<string, string>();
  programs.set(program, found);
  return found;
}

/** The tags that are known by now, and what two policies that look for the same have in common. */
function keysOf({ place, targetTags, kind, resource }: Targets): [tag: string, key: string][] {
  return isPlain(targetTags)
    ? Object.entries(targetTags)
        .filter(([, value]) => isPlain(value))
        .map(([tag, value]) => [
          `${tag}=${value as string}`,
          JSON.stringify([place.accountId, place.region, kind, resource, tag, value]),
        ])
    : [];
}
