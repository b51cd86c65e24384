import { type ResourceRemediation, Secret } from "@pulumi/policy";
import { runningProgram, type PackFacts } from "./program";
import { resourceOf, type Resource } from "./resource";
import type { Rule } from "./rule";
import { isObject, target, throwOnUnknown } from "./sdk-values";
import { flatten, Verdict } from "./verdict";

type Properties = Record<string, unknown>;

/** What corrects a resource is no rule about rules. */
const NO_PACK: PackFacts = { waiverMistakes: () => [], guards: () => new Map() };

/**
 * A rule's remediation as the SDK takes it. The rule works on a copy in plain text, and only what it has changed is
 * written back, in place: what is returned as a copy loses its secrets. If all is right, if
 * the rule throws, or if it would write a secret where none was, the resource goes on as it is, and is judged as it is.
 * What is waived is not corrected.
 */
export function remediation(
  rule: Rule,
  configOf: () => object,
  isWaived: (resource: Pick<Resource, "urn" | "type" | "name">) => boolean,
): ResourceRemediation | undefined {
  const { remediate } = rule;
  return (
    remediate &&
    ((args) => {
      if (!rule.types.includes(args.type) || isWaived(args)) {
        return undefined;
      }
      const original = target(args.props);
      const secrets = new Set<unknown>();
      const copy = plain(original, secrets, false) as Properties;
      try {
        const declared = throwOnUnknown(copy);
        const resource = { ...resourceOf(args), declared };
        const facts = flatten(rule.judge(resource, configOf(), runningProgram(new Map(), NO_PACK)));
        if (facts.every(({ verdict }) => verdict === Verdict.Pass)) {
          return undefined;
        }
        remediate(declared, resource, configOf());
        return write(original as Properties, copy, secrets) ? args.props : undefined;
      } catch {
        return undefined;
      }
    })
  );
}

/** A copy without secrecy; `secrets` gets every text and number that was secret. */
function plain(value: unknown, secrets: Set<unknown>, secret: boolean): unknown {
  if (value instanceof Secret) {
    return plain(value.value, secrets, true);
  }
  if (Array.isArray(value)) {
    return value.map((item) => plain(item, secrets, secret));
  }
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, secrets, secret)]));
  }
  if (secret && (typeof value === "string" || typeof value === "number")) {
    secrets.add(value);
  }
  return value;
}

/** Every place where the copy differs from the original, then written at once, so that a refusal leaves all as it was. */
function write(original: Properties, copy: Properties, secrets: Set<unknown>): boolean {
  const changes: (() => void)[] = [];
  collect(original, copy, secrets, false, changes);
  changes.forEach((change) => change());
  return changes.length > 0;
}

function collect(
  original: Properties | unknown[],
  copy: Properties | unknown[],
  secrets: Set<unknown>,
  secret: boolean,
  changes: (() => void)[],
): void {
  const [from, to] = [original as Properties, copy as Properties];
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const held = from[key];
    const isSecret = secret || held instanceof Secret;
    const old: unknown = held instanceof Secret ? held.value : held;
    const now = target(to[key]);
    if (!(key in to)) {
      changes.push(() => (Array.isArray(original) ? original.splice(Number(key)) : delete from[key]));
    } else if ((Array.isArray(old) && Array.isArray(now)) || (isObject(old) && isObject(now))) {
      collect(old, now, secrets, isSecret, changes);
    } else if (old !== now) {
      if (!isSecret) {
        refuseSecrets(now, secrets);
      }
      changes.push(() => (from[key] = held instanceof Secret ? new Secret(now) : now));
    }
  }
}

function refuseSecrets(value: unknown, secrets: Set<unknown>): void {
  if (secrets.has(value)) {
    throw new Error("A remediation may not copy a secret.");
  }
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach((item) => refuseSecrets(item, secrets));
  }
}
