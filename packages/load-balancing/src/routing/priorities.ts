import { createHash } from "node:crypto";

/** The distance between the slots of two neighbouring rules. */
const STRIDE = 200;
/** Places within a slot: a prime, so that names spread evenly. */
const PLACES = 199;
/** The lowest and highest priority that AWS takes. */
export const MIN_PRIORITY = 1;
export const MAX_PRIORITY = 50000;
/** The most rules whose priorities can be derived from their order. */
export const MAX_ORDERED_RULES = Math.floor((MAX_PRIORITY - PLACES) / STRIDE);

/**
 * The priorities of rules in the order in which they are to be tried.
 *
 * A rule's priority is the slot of its position plus a place within the slot that belongs to its name. AWS changes
 * priorities one rule at a time and refuses one that another rule still holds (`PriorityInUse`). Here a number belongs
 * to one name, whatever the positions before and after: inserting, removing, swapping and renaming rules all go
 * through, in whatever order the changes are made. Only a new name whose hash equals that of an old one (1 in 199) can
 * move the old one's place.
 */
export function orderedPriorities(names: string[]): number[] {
  const taken = new Set<number>();
  const places = new Map<string, number>();
  // In order of name, so that a name's place does not depend on its position.
  for (const name of [...names].sort()) {
    let place = createHash("sha256").update(name).digest().readUInt32BE(0) % PLACES;
    while (taken.has(place)) {
      place = (place + 1) % PLACES;
    }
    if (taken.size < PLACES - 1) {
      taken.add(place);
    }
    places.set(name, place);
  }
  return names.map((name, index) => (index + 1) * STRIDE + (places.get(name) ?? 0));
}
