import { allOf, anyOf, get, is, not } from "./facts";
import type { Program } from "./program";
import { at, list, text, UNKNOWN, type Text, type Unknown } from "./reading";
import { defaultTags, type Resource } from "./resource";
import { isEnabled, SNAPSHOT_POLICY } from "./snapshot-policy";
import { AwsType } from "./types";

type Answer = boolean | Unknown;

const SELECTION = "aws:backup/selection:Selection";

/** What puts volumes under a backup. */
export const BACKUPS = [SELECTION, SNAPSHOT_POLICY];

export const VOLUME_ATTACHMENT = "aws:ec2/volumeAttachment:VolumeAttachment";

/** Whether a backup selection or a lifecycle policy covers a volume, by itself or by an instance that it is attached to. */
export function covers(backup: Resource, volume: Resource, program: Program): Answer {
  const attachments = program.dependents(volume, [VOLUME_ATTACHMENT], "volumeId");
  const hosts = attachments === UNKNOWN ? [] : attachments.flatMap((attachment) => hostsOf(attachment, program));
  return anyOf(
    ...[volume, ...hosts].map((subject) =>
      backup.type === SELECTION ? isSelected(subject, backup, program) : isTargeted(subject, backup),
    ),
  );
}

function hostsOf(attachment: Resource, program: Program): Resource[] {
  const sources = program.sources(attachment, "instanceId", [AwsType.Instance]);
  return sources === UNKNOWN ? [] : sources.filter(({ type }) => type === AwsType.Instance);
}

/** Whether a resource has a tag, of its own or of its provider's. */
export function hasTag(resource: Resource, key: string, value: Text): Answer {
  return test(tagOf(resource, key), (own) => (value === UNKNOWN ? UNKNOWN : own !== undefined && own === value));
}

/** Whether a resource has any of some tags. */
export function hasAnyTag(resource: Resource, tags: unknown): Answer {
  if (tags === UNKNOWN) {
    return UNKNOWN;
  }
  const keys = typeof tags === "object" && tags !== null ? Object.keys(tags) : [];
  return anyOf(...keys.map((key) => hasTag(resource, key, text(at(tags, key)))));
}

/** The key and the value of a tag that is written as `key=value`. */
export function splitTag(tag: string): [key: string, value: string] {
  const [key = ""] = tag.split("=", 1);
  return [key, tag.slice(key.length + 1)];
}

function tagOf(resource: Resource, key: string): Text {
  return text(at(resource.declared, "tags", key)) ?? text(at(defaultTags(resource), key));
}

function test(tag: Text, holds: (tag: Text) => Answer): Answer {
  return tag === UNKNOWN ? UNKNOWN : holds(tag);
}

/** Whether a lifecycle policy targets a resource; a default policy targets all volumes but those that it excludes. */
function isTargeted(resource: Resource, policy: Resource): Answer {
  const kind = resource.type === AwsType.Volume ? "VOLUME" : "INSTANCE";
  const kinds = list(get(policy, "policyDetails.resourceTypes"));
  const byTag = hasAnyTag(resource, get(policy, "policyDetails.targetTags"));
  const byDefault = allOf(is(policy, "defaultPolicy", kind), not(isExcluded(resource, policy)));
  return allOf(
    isEnabled(policy),
    anyOf(byDefault, allOf(kinds === UNKNOWN ? UNKNOWN : anyOf(...kinds.map((item) => equal(item, kind))), byTag)),
  );
}

function isExcluded(resource: Resource, policy: Resource): Answer {
  const types = list(get(policy, "policyDetails.exclusions.excludeVolumeTypes"));
  const own = text(at(resource.declared, "type"));
  return anyOf(
    hasAnyTag(resource, get(policy, "policyDetails.exclusions.excludeTags")),
    types === UNKNOWN ? UNKNOWN : anyOf(...types.map((type) => test(own, (text) => equal(type, text)))),
  );
}

function equal(value: unknown, wanted: unknown): Answer {
  return value === UNKNOWN ? UNKNOWN : value === wanted;
}

/** Whether a backup selection takes a resource in: by a tag, or by its ARN and under every condition. */
function isSelected(resource: Resource, selection: Resource, program: Program): Answer {
  const tags = list(get(selection, "selectionTags"));
  const byTag =
    tags === UNKNOWN
      ? UNKNOWN
      : anyOf(...tags.map((tag) => hasTagNamed(resource, text(at(tag, "key")), text(at(tag, "value")))));
  return allOf(
    anyOf(byTag, allOf(names(selection, "resources", resource, program), meetsConditions(resource, selection))),
    not(names(selection, "notResources", resource, program)),
  );
}

function hasTagNamed(resource: Resource, key: Text, value: Text): Answer {
  return key === UNKNOWN ? UNKNOWN : typeof key === "string" && hasTag(resource, key, value);
}

/** Whether a list of ARNs and patterns names a resource. An ARN that is known only at deployment is its source's. */
function names(selection: Resource, input: string, resource: Resource, program: Program): Answer {
  const users = program.dependents(resource, [SELECTION], input);
  const sources = program.sources(selection, input, [resource.type]);
  const items = list(get(selection, input));
  const isOthers = sources !== UNKNOWN && sources.length > 0;
  const kind = resource.type === AwsType.Volume ? "volume" : "instance";
  return anyOf(
    users !== UNKNOWN && users.some(({ urn }) => urn === selection.urn),
    items === UNKNOWN
      ? isOthers
        ? false
        : UNKNOWN
      : anyOf(...items.map((item) => (item === UNKNOWN ? (isOthers ? false : UNKNOWN) : isPattern(item, kind)))),
  );
}

/** Whether a pattern is for everything, or for all resources of one kind. */
function isPattern(item: unknown, kind: string): boolean {
  return (
    item === "*" || (typeof item === "string" && new RegExp(`^arn:[^:]*:ec2:[^:]*:[^:]*:(\\*|${kind}/\\*)$`).test(item))
  );
}

const CONDITIONS: [operator: string, holds: (tag: Text, value: string) => boolean][] = [
  ["stringEquals", (tag, value) => tag === value],
  ["stringNotEquals", (tag, value) => tag !== value],
  ["stringLikes", isLike],
  ["stringNotLikes", (tag, value) => !isLike(tag, value)],
];

function isLike(tag: Text, pattern: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return typeof tag === "string" && new RegExp(`^${parts.join(".*")}$`).test(tag);
}

function meetsConditions(resource: Resource, selection: Resource): Answer {
  const groups = list(get(selection, "conditions"));
  if (groups === UNKNOWN) {
    return UNKNOWN;
  }
  const conditions = groups.flatMap((group) =>
    CONDITIONS.flatMap(([operator, holds]): Answer[] => {
      const items = list(at(group, operator));
      return items === UNKNOWN ? [UNKNOWN] : items.map((item) => meets(resource, item, holds));
    }),
  );
  return allOf(...conditions);
}

function meets(resource: Resource, condition: unknown, holds: (tag: Text, value: string) => boolean): Answer {
  const [key, value] = [text(at(condition, "key")), text(at(condition, "value"))];
  if (key === UNKNOWN || value === UNKNOWN) {
    return UNKNOWN;
  }
  const tag = tagOf(resource, String(key).replace(/^aws:ResourceTag\//, ""));
  return test(tag, (own) => typeof value === "string" && holds(own, value));
}
