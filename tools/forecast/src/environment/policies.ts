import { type Json, type ResourceReport, SECRET_TEXT, UNKNOWN_TEXT } from "@groundwork/preflight";
import { type ForecastCopy, type ForecastRetention, type ForecastSchedule } from "@groundwork/snapshot-lifecycle";

/** A lifecycle policy that a preview shows, as far as it counts for what is stored. */
export interface FoundPolicy {
  name: string;
  region: string;
  /** Whether it looks for whole instances. */
  ofInstances: boolean;
  tags: Record<string, string>;
  excludesBootVolumes: boolean;
  excludedTags: Record<string, string>;
  schedules: ForecastSchedule[];
}

/** A map of a preview. */
export type Inputs = Record<string, Json>;

const POLICY_TYPE = "aws:dlm/lifecyclePolicy:LifecyclePolicy";

/** The kinds of policies whose schedules say when snapshots are taken. */
const SCHEDULED = ["EBS_SNAPSHOT_MANAGEMENT", "IMAGE_MANAGEMENT"];

const DAYS_IN: Record<string, number> = { DAYS: 1, WEEKS: 7, MONTHS: 30, YEARS: 365 };

/**
 * The lifecycle policies of a preview.
 *
 * @param notes Told of each that cannot be forecast, and why.
 */
export function findPolicies(resources: ResourceReport[], notes: string[]): FoundPolicy[] {
  return resources
    .filter(({ type }) => type === POLICY_TYPE)
    .flatMap(({ name, inputs }) => {
      const details = mapOf(inputs["policyDetails"]);
      if (
        !SCHEDULED.includes(textOf(details["policyType"]) ?? SCHEDULED[0]!) ||
        inputs["defaultPolicy"] !== undefined
      ) {
        notes.push(`${name} is not forecast: it has no schedules, but a default or event policy.`);
        return [];
      }
      const region = textOf(inputs["region"]);
      if (region === undefined) {
        notes.push(`${name} is not forecast: it does not say in which Region it is.`);
        return [];
      }
      if (inputs["state"] === "DISABLED") {
        notes.push(`${name} is not forecast: it is disabled.`);
        return [];
      }
      const parameters = mapOf(details["parameters"]);
      return [
        {
          name,
          region,
          ofInstances: listOf(details["resourceTypes"]).includes("INSTANCE"),
          tags: tagsOf(details["targetTags"]),
          excludesBootVolumes: parameters["excludeBootVolume"] === true,
          excludedTags: tagsOf(parameters["excludeDataVolumeTags"]),
          schedules: listOf(details["schedules"]).map((each) => scheduleOf(mapOf(each))),
        },
      ];
    });
}

function scheduleOf(schedule: Inputs): ForecastSchedule {
  const create = mapOf(schedule["createRule"]);
  const archive = mapOf(mapOf(mapOf(schedule["archiveRule"])["archiveRetainRule"])["retentionArchiveTier"]);
  const fast = mapOf(schedule["fastRestoreRule"]);
  const cron = textOf(create["cronExpression"]);
  const interval = numberOf(create["interval"]);
  const [time] = listOf(create["times"]).map(textOf);
  return {
    name: textOf(schedule["name"]) ?? "schedule",
    ...(cron === undefined
      ? {
          ...(interval === undefined ? {} : { intervalHours: interval }),
          ...(time === undefined ? {} : { startTime: time }),
        }
      : { cron }),
    retain: retentionOf(mapOf(schedule["retainRule"])),
    ...(isEmpty(archive) ? {} : { archive: retentionOf(archive) }),
    ...(isEmpty(fast)
      ? {}
      : {
          fastRestore: {
            zones: listOf(fast["availabilityZones"]).map(String),
            retain: retentionOf(fast),
          },
        }),
    copies: listOf(schedule["crossRegionCopyRules"]).map((each) => copyOf(mapOf(each))),
  };
}

/** A copy. All in one Region count as under one key where the keys are made by the same program, and have no ARN yet. */
function copyOf(rule: Inputs): ForecastCopy {
  const keyArn = textOf(rule["cmkArn"]);
  return {
    region: textOf(rule["target"] ?? rule["targetRegion"]) ?? "unknown",
    retainDays: retentionOf(mapOf(rule["retainRule"])).days ?? NaN,
    ...(keyArn === undefined ? {} : { keyArn }),
  };
}

function retentionOf({ count, interval, intervalUnit }: Inputs): ForecastRetention {
  const number = numberOf(count);
  const days = numberOf(interval);
  return {
    ...(number === undefined ? {} : { count: number }),
    ...(days === undefined ? {} : { days: days * (DAYS_IN[textOf(intervalUnit) ?? "DAYS"] ?? NaN) }),
  };
}

function isEmpty(inputs: Inputs): boolean {
  return Object.keys(inputs).length === 0;
}

/** A map of a preview; an empty one where there is none. */
export function mapOf(value: Json | undefined): Inputs {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

/** A list of a preview; a single value is a list of one, as the provider takes it. */
export function listOf(value: Json | undefined): Json[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** A number of a preview, which may be written as text; undefined where it is not known. */
export function numberOf(value: Json | undefined): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** A text of a preview; undefined where it is not known. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" && value !== UNKNOWN_TEXT && value !== SECRET_TEXT ? value : undefined;
}

/** Tags of a preview. */
export function tagsOf(value: Json | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(mapOf(value)).map(([key, tag]) => [key, textOf(tag) ?? ""]));
}
