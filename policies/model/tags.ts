import { anyOf, get } from "./facts";
import { KEYS } from "./keys";
import { at, list, text, UNKNOWN, type Text, type Unknown } from "./reading";
import { defaultTags, type Resource } from "./resource";
import { AMIS, AwsType, CLASSIC_LOAD_BALANCERS, LOAD_BALANCERS, TARGET_GROUPS } from "./types";

const ec2 = (...names: string[]) =>
  names.map((name) => `aws:ec2/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`);

/** What takes tags and is worth them: what costs money, holds data or lets traffic through. */
export const TAGGED = [
  ...[AwsType.AutoScalingGroup, AwsType.Instance, AwsType.LaunchTemplate, AwsType.Snapshot, AwsType.SnapshotCopy],
  ...[AwsType.SpotFleetRequest, AwsType.SpotInstanceRequest, AwsType.Volume],
  ...AMIS,
  ...KEYS,
  ...LOAD_BALANCERS,
  ...TARGET_GROUPS,
  ...CLASSIC_LOAD_BALANCERS,
  ...["aws:backup/vault:Vault", "aws:backup/plan:Plan"],
  ...ec2("CustomerGateway", "Eip", "FlowLog", "InternetGateway", "ManagedPrefixList", "NatGateway", "NetworkAcl"),
  ...ec2("NetworkInterface", "RouteTable", "SecurityGroup", "Subnet", "Vpc", "VpcDhcpOptions", "VpcEndpoint"),
  ...ec2("VpcEndpointService", "VpcPeeringConnection", "VpnGateway"),
];

/** A resource's tags by their keys, its own before its provider's; UNKNOWN in the place of those that may be any. */
export type Tags = unknown[];

/** The tags of a resource. An Auto Scaling group has a list of its own form, and gets none from its provider. */
export function tagsOf(resource: Resource): Tags {
  return resource.type === AwsType.AutoScalingGroup
    ? byKey(list(get(resource, "tags")))
    : [get(resource, "tags"), defaultTags(resource)];
}

function byKey(tags: unknown[] | Unknown): Tags {
  return tags === UNKNOWN
    ? [UNKNOWN]
    : tags.map((tag) => {
        const key = text(at(tag, "key"));
        return typeof key === "string" ? { [key]: at(tag, "value") } : UNKNOWN;
      });
}

/** Whether there is a tag, or without a key any, whatever its value. AWS's own do not count. */
export function hasTag(tags: Tags, key?: string): boolean | Unknown {
  const isMeant = (name: string) => (key === undefined ? !name.startsWith("aws:") : name === key);
  return anyOf(...tags.map((some) => (some === UNKNOWN ? UNKNOWN : namesOf(some).some(isMeant))));
}

/** The value of a tag; undefined where there is none. */
export function tagValue(tags: Tags, key: string): Text {
  const [some] = tags
    .map((found) => (found === UNKNOWN ? UNKNOWN : text(at(found, key))))
    .filter((value) => value !== undefined);
  return some;
}

function namesOf(tags: unknown): string[] {
  return typeof tags === "object" && tags !== null ? Object.keys(tags) : [];
}
