/** What Route 53 makes of records that share a name and a type: it knows them by their set identifiers. */

import { type Cloud, type Living } from "./cloud";
import { plain, type Properties, same, textOf } from "./values";

/** The routing policies that alias records may have, by the input that gives them. */
const POLICIES = [
  "failoverRoutingPolicies",
  "geolocationRoutingPolicies",
  "geoproximityRoutingPolicy",
  "latencyRoutingPolicies",
  "weightedRoutingPolicies",
];

/** Of these, those of which no two records may say the same. */
const SINGLE = ["failoverRoutingPolicies", "geolocationRoutingPolicies", "latencyRoutingPolicies"];

/**
 * Why Route 53 would not write a record.
 *
 * @param replaced The record as it is now, where it is updated.
 */
export function recordRefused(cloud: Cloud, record: Living, replaced?: Living): string | undefined {
  const { inputs } = record;
  const set = textOf(inputs, "setIdentifier");
  const what = `RRSet with DNS name ${recordName(inputs)}., type ${textOf(inputs, "type")}, SetIdentifier ${set ?? "none"}`;
  const there = cloud.all().filter((other) => other.token === record.token && isAlike(other.inputs, inputs));
  const others = there.filter(({ id }) => replaced === undefined || id !== replaced.id);
  const twin = others.find((other) => textOf(other.inputs, "setIdentifier") === set);
  if (twin !== undefined && plain(inputs["allowOverwrite"]) !== true) {
    return `InvalidChangeBatch: tried to create resource record set ${what}, but it already exists`;
  }
  // A new set identifier, or type, makes one batch that deletes the old record and creates the new one.
  const isUpsert = replaced !== undefined && textOf(replaced.inputs, "setIdentifier") === set;
  const beside = isUpsert ? there : others;
  const policy = policyOf(inputs);
  if (beside.some((other) => policyOf(other.inputs) !== policy)) {
    return `InvalidChangeBatch: ${what} cannot be created as a set of another routing policy exists with the same name and type`;
  }
  const rival = others.find((other) => other !== twin && same(plain(other.inputs[policy]), plain(inputs[policy])));
  return SINGLE.includes(policy) && rival !== undefined
    ? `InvalidChangeBatch: ${what} cannot be created as ${rival.id} has the same routing policy`
    : undefined;
}

/** A record's name as Route 53 compares it. */
export function recordName(record: Properties): string {
  return (textOf(record, "name") ?? "").replace(/\.$/, "").toLowerCase();
}

function isAlike(one: Properties, other: Properties): boolean {
  return (
    recordName(one) === recordName(other) &&
    ["zoneId", "type"].every((name) => textOf(one, name) === textOf(other, name))
  );
}

function policyOf(record: Properties): string {
  return POLICIES.find((name) => record[name] !== undefined) ?? "none";
}
