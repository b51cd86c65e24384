import type { EnforcementLevel } from "@pulumi/policy";

/** What a rule is about; decides its level in each environment. */
export enum Group {
  Encryption = "encryption",
  Approval = "approval",
  Exposure = "exposure",
  Sharing = "sharing",
  MetadataService = "metadata service",
  Tls = "TLS",
  KeyPolicy = "key policy",
  Resilience = "resilience",
  Backup = "backup",
  Hygiene = "hygiene",
  Tags = "tags",
  CustomerKeys = "customer-managed keys",
  Opinion = "opinion",
}

/** What a verdict of "unknown" is worth. */
export enum OnUnknown {
  Ignore = "ignore",
  Advisory = "advisory",
  Mandatory = "mandatory",
}

/** The environments that have a configuration of their own. */
export const ENVIRONMENTS = ["dev", "staging", "prod", "shared"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** The levels of a group in dev, in staging, and in prod and shared. */
const LEVELS: [groups: Group[], dev: EnforcementLevel, staging: EnforcementLevel, prod: EnforcementLevel][] = [
  [[Group.Encryption, Group.Approval, Group.Exposure, Group.Sharing], "mandatory", "mandatory", "mandatory"],
  [[Group.MetadataService, Group.Tls, Group.KeyPolicy], "advisory", "mandatory", "mandatory"],
  [[Group.Resilience, Group.Backup], "disabled", "advisory", "mandatory"],
  [[Group.Hygiene, Group.Tags], "disabled", "advisory", "advisory"],
  [[Group.CustomerKeys, Group.Opinion], "disabled", "disabled", "disabled"],
];

/** The level of a group's rules; without a configuration, it is prod's. */
export function levelOf(group: Group, environment: Environment = "prod"): EnforcementLevel {
  const [, dev, staging, prod] = LEVELS.find(([groups]) => groups.includes(group)) ?? LEVELS[0]!;
  return { dev, staging, prod, shared: prod }[environment];
}

/** What an unknown fact of a group's rules is worth. */
export function onUnknownOf(group: Group, environment: Environment): OnUnknown {
  const strict = group === Group.Encryption || group === Group.Approval;
  const prod = strict ? OnUnknown.Mandatory : OnUnknown.Advisory;
  return { dev: OnUnknown.Ignore, staging: OnUnknown.Advisory, prod, shared: prod }[environment];
}
