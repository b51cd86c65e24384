import { type Checks, isPlain, partitionOf, type Place } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { inDays } from "./retention";
import { LONGEST_RETENTION_DAYS } from "./retention-args";

/** The most Regions that one schedule, or one event, copies to. */
const MAX_COPIES = 3;

/** A copy into a Region. */
interface Copy {
  region: pulumi.Input<string>;
  keyArn: pulumi.Input<string>;
  retainDays: pulumi.Input<number>;
}

/**
 * Records what is wrong with copies into other Regions.
 *
 * @param longestHours The longest time between two copies, as far as it is known.
 * @param ownRegion Whether they may stay in the policy's own Region.
 */
export function checkCopies(
  checks: Checks,
  field: string,
  copies: Copy[],
  place: Place,
  { longestHours, ownRegion = false }: { longestHours?: number | undefined; ownRegion?: boolean },
): void {
  const regions = copies.map(({ region }) => region);
  checks.count(field, regions, 0, MAX_COPIES, `at most ${MAX_COPIES} copies`, "drop some Regions");
  checks.different(field, regions, "different Regions", "name each Region once");
  copies.forEach(({ region, keyArn, retainDays }, index) => {
    const copy = `${field}[${index}]`;
    if (checks.region(`${copy}.region`, region) && isPlain(region)) {
      const isOther = ownRegion || region !== place.region;
      checks.that(isOther, `${copy}.region`, region, "another Region than the policy's own", "drop it");
      checkPartition(checks, `${copy}.region`, region, partitionOf(place.region));
      checkKey(checks, `${copy}.keyArn`, keyArn, region);
    }
    const inRange = checks.range(`${copy}.retainDays`, retainDays, 1, LONGEST_RETENTION_DAYS, "days");
    if (inRange && isPlain(retainDays) && longestHours !== undefined) {
      checks.that(
        retainDays * 24 > longestHours,
        `${copy}.retainDays`,
        retainDays,
        `more than the ${inDays(longestHours)} days until the next copy`,
        "keep copies longer, or every copy is a full one",
      );
    }
  });
}

function checkPartition(checks: Checks, field: string, region: string, partition: string): void {
  checks.that(
    partitionOf(region) === partition,
    field,
    region,
    `a Region of the partition ${partition}`,
    "export it to S3 instead: nothing is copied between partitions",
  );
}

/** Records what is wrong with the key of what is made in a Region: AWS's own could be shared with nobody. */
export function checkKey(checks: Checks, field: string, keyArn: pulumi.Input<string>, region: string): void {
  checks.matches(
    field,
    keyArn,
    new RegExp(`^arn:${partitionOf(region)}:kms:${region}:\\d{12}:key/[\\w-]+$`),
    `the ARN of a key in ${region}, by its id`,
    "pass the keyArn of an EncryptionKey there",
  );
}

/** Records that nobody said which keys a copy or the archive needs to read: without the right to use them, it fails and nothing says so. */
export function checkSourceKeys(
  checks: Checks,
  sourceKeyArns: pulumi.Input<pulumi.Input<string>[]> | undefined,
  schedules: { copies?: Copy[]; archive?: unknown }[],
): void {
  checks.that(
    schedules.every(({ copies = [], archive }) => copies.length === 0 && archive === undefined) ||
      sourceKeyArns !== undefined,
    "sourceKeyArns",
    sourceKeyArns,
    "the keys of the volumes where there are copies or an archive",
    "pass the keys' ARNs, or an empty list if the volumes are not encrypted",
  );
}
