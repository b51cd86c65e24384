import type { PolicyProviderResource, PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import { at, text, UNKNOWN, type Text, type Unknown } from "./reading";
import { readable } from "./sdk-values";

/** A resource as the rules see it. Read its properties with the functions of `reading.ts` and `facts.ts` only. */
export interface Resource {
  type: string;
  urn: string;
  name: string;
  /** What the program declares. */
  declared: unknown;
  /** What is known of the resource's state once the program has run; not there before. */
  state?: unknown;
  options: Options;
  /** The provider, which stands for the account and the Region. */
  provider?: Provider;
  /** The parent's URN. */
  parent?: string;
}

/** A resource's options, as far as the engine tells them. */
export interface Options {
  protect: boolean;
  ignoreChanges: string[];
  aliases: string[];
  /** Absent where the program leaves it to the provider. */
  deleteBeforeReplace?: boolean;
}

/** A provider as the rules see it. */
export interface Provider {
  urn: string;
  name: string;
  /** Its configuration, read like a resource's. */
  declared: unknown;
}

/** A resource before it is made. */
export function resourceOf(args: ResourceValidationArgs): Resource {
  return { ...common(args), ...(args.opts.parent !== undefined && { parent: args.opts.parent }) };
}

/** A resource once the program has run. */
export function finishedResource(resource: PolicyResource, declared: unknown): Resource {
  const known = common(resource);
  return {
    ...known,
    ...(declared !== undefined && { declared }),
    state: known.declared,
    ...(resource.parent !== undefined && { parent: resource.parent.urn }),
  };
}

function common({ type, urn, name, props, opts, provider }: ResourceValidationArgs | PolicyResource): Resource {
  const { protect, ignoreChanges, aliases, deleteBeforeReplace } = opts;
  return {
    type,
    urn,
    name,
    declared: readable(props),
    options: { protect, ignoreChanges, aliases, ...(deleteBeforeReplace !== undefined && { deleteBeforeReplace }) },
    ...(provider && { provider: providerOf(provider) }),
  };
}

function providerOf({ urn, name, props }: PolicyProviderResource): Provider {
  return { urn, name, declared: readable(props) };
}

/** The Region of a resource: its own, or its provider's. */
export function regionOf(resource: Resource): Text {
  return text(at(resource.declared, "region")) ?? text(at(resource.provider?.declared, "region"));
}

/** Whether two resources are in one Region. */
export function sameRegion(left: Resource, right: Resource): boolean | Unknown {
  const [own, other] = [regionOf(left), regionOf(right)];
  if (own === undefined && other === undefined) {
    return left.provider?.urn === right.provider?.urn || UNKNOWN;
  }
  return typeof own === "string" && typeof other === "string" ? own === other : UNKNOWN;
}

/** The tags that a resource gets from its provider. */
export function defaultTags(resource: Resource): unknown {
  return at(providerSetting(resource, "defaultTags"), "tags");
}

/** A setting of a resource's provider that is no text. */
export function providerSetting(resource: Resource, name: string): unknown {
  return nested(at(resource.provider?.declared, name));
}

/** A provider's setting that is no text: nested configuration travels as JSON. */
export function nested(given: unknown): unknown {
  if (typeof given !== "string") {
    return given;
  }
  try {
    return JSON.parse(given);
  } catch {
    return UNKNOWN;
  }
}
