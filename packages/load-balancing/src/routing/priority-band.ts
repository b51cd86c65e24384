import { type Checks } from "@groundwork/core";
import * as pulumi from "@pulumi/pulumi";
import { MAX_PRIORITY, MIN_PRIORITY } from "./priorities";
import { type PriorityBandArgs } from "./priority-band-args";

/** Records the mistakes in a band of priorities. */
export function checkBand(checks: Checks, field: string, band: PriorityBandArgs): boolean {
  const inRange = (["from", "to"] as const).map((end) =>
    checks.range(`${field}.${end}`, band[end], MIN_PRIORITY, MAX_PRIORITY),
  );
  return (
    inRange.every(Boolean) &&
    checks.that(band.from <= band.to, `${field}.to`, band.to, `at least from, which is ${band.from}`, "swap the two")
  );
}

/** Records the mistakes in the bands of several teams: each by itself, and each pair that overlaps. */
export function checkBands(checks: Checks, field: string, bands: Record<string, PriorityBandArgs>): void {
  const sound = Object.entries(bands).filter(([team, band]) => checkBand(checks, `${field}.${team}`, band));
  sound.forEach(([team, band], index) => {
    for (const [other, earlier] of sound.slice(0, index)) {
      checks.that(
        !overlap(band, earlier),
        `${field}.${team}`,
        band,
        `apart from that of ${other}, ${range(earlier)}`,
        "give each team numbers of its own",
      );
    }
  });
}

/** Whether two bands have a number in common. */
export function overlap(one: PriorityBandArgs, other: PriorityBandArgs): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** A band in words. */
export function range({ from, to }: PriorityBandArgs): string {
  return `${from} to ${to}`;
}

/** Priorities on a listener, and whose they are. */
interface Claim {
  owner: string;
  band: PriorityBandArgs;
}

/** The claims of each program on each listener, by the listener's ARN or the output that stands for it. */
const claims = new WeakMap<object, Map<unknown, Claim[]>>();

/**
 * Takes a band of a listener, unless another component of this program has part of it: then it answers with that claim.
 *
 * Listeners are told apart by what the program passes for their ARN. Two outputs that come to the same ARN are not
 * recognised, nor is another stack: there, `priorityBands` of the listener's owner keeps teams apart.
 */
export function claimBand(listenerArn: pulumi.Input<string>, claim: Claim): Claim | undefined {
  // Each run of a program has a monitor of its own.
  const program = pulumi.runtime.getMonitor() as object | undefined;
  if (program === undefined) {
    return undefined;
  }
  const listeners = claims.get(program) ?? new Map<unknown, Claim[]>();
  claims.set(program, listeners);
  const earlier = listeners.get(listenerArn) ?? [];
  listeners.set(listenerArn, [...earlier, claim]);
  return earlier.find(({ band }) => overlap(band, claim.band));
}
