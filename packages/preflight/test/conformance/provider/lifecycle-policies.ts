import { type Cloud, type Living } from "./cloud";
import { plain, type Properties, same, textOf, type Value } from "./values";

/** Why Data Lifecycle Manager would refuse; `undefined` where it would not. */
type Refusal = string | undefined;

const DEFAULT_TYPE = "EBS_SNAPSHOT_MANAGEMENT";

/**
 * Why Data Lifecycle Manager would not make a policy: what a policy of one type takes, another does not.
 *
 * @see https://docs.aws.amazon.com/dlm/latest/APIReference/API_PolicyDetails.html
 */
export function policyRefused(cloud: Cloud, living: Living): Refusal {
  const details = detailsOf(living);
  const invalid = wrongDetails(details, plain(living.outputs["defaultPolicy"])) ?? twin(cloud, living);
  return invalid && `InvalidRequestException: ${invalid}`;
}

/**
 * Why it would not change one.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/modify.html
 */
export function policyChangeRefused(cloud: Cloud, living: Living): Refusal {
  const before = cloud.find(living.token, living.id);
  if (before === undefined) {
    return policyRefused(cloud, living);
  }
  const [now, then] = [detailsOf(living), detailsOf(before)];
  if (typeOf(now) !== typeOf(then) || !same(now["resourceTypes"], then["resourceTypes"])) {
    return "InvalidRequestException: the policy type and the resource type cannot be updated";
  }
  return countsIn(now).at(0) === countsIn(then).at(0)
    ? policyRefused(cloud, living)
    : "InvalidRequestException: the retention cannot change between count and age";
}

function wrongDetails(details: Properties, defaultPolicy: Value | undefined): Refusal {
  const schedules = listOf(details["schedules"]);
  if (typeof defaultPolicy === "string") {
    return defaultPolicy === details["resourceType"] ? undefined : "a default policy is for its own resource type";
  }
  if (typeOf(details) === "EVENT_BASED_POLICY") {
    const events = details["eventSource"] !== undefined && details["action"] !== undefined;
    return events && schedules.length === 0
      ? undefined
      : "an event-based policy takes an event and an action, no schedule";
  }
  if (schedules.length === 0 || Object.keys(objectOf(details["targetTags"])).length === 0) {
    return "a policy needs schedules and target tags";
  }
  return new Set(countsIn(details)).size > 1
    ? "all schedules must have the same retention type"
    : schedules.map((schedule) => wrongSchedule(details, schedule)).find((refusal) => refusal !== undefined);
}

function wrongSchedule(details: Properties, schedule: Properties): Refusal {
  const rule = objectOf(schedule["createRule"]);
  const field = typeOf(details) === "IMAGE_MANAGEMENT" ? "targetRegion" : "target";
  const copies = listOf(schedule["crossRegionCopyRules"]);
  if (rule["cronExpression"] !== undefined && (rule["interval"] !== undefined || rule["times"] !== undefined)) {
    return "a cron expression excludes an interval and times";
  }
  if (copies.some((copy) => typeof copy[field] !== "string")) {
    return `the copies of a policy of type ${typeOf(details)} name their Region as ${field}`;
  }
  const archives = schedule["archiveRule"] !== undefined;
  return archives && (rule["cronExpression"] === undefined || !same(details["resourceTypes"], ["VOLUME"]))
    ? "only snapshots of volumes by a cron expression are archived"
    : undefined;
}

/** There is one default policy for each resource type of a Region. */
function twin(cloud: Cloud, { token, id, outputs }: Living): Refusal {
  const kind = plain(outputs["defaultPolicy"]);
  const other = cloud
    .all()
    .find(
      (living) =>
        living.token === token &&
        living.id !== id &&
        kind !== undefined &&
        plain(living.outputs["defaultPolicy"]) === kind &&
        same(living.outputs["region"], outputs["region"]),
    );
  return other && `there is a default policy for ${textOf(outputs, "defaultPolicy")} already: ${other.id}`;
}

/** Whether each schedule counts what it keeps. */
function countsIn(details: Properties): boolean[] {
  return listOf(details["schedules"]).map(({ retainRule }) => objectOf(retainRule)["count"] !== undefined);
}

function typeOf(details: Properties): string {
  const type = details["policyType"];
  return typeof type === "string" ? type : DEFAULT_TYPE;
}

function detailsOf({ outputs }: Living): Properties {
  return objectOf(plain(outputs["policyDetails"]));
}

function objectOf(value: Value | undefined): Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

function listOf(value: Value | undefined): Properties[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}
