import { createHash } from "node:crypto";
import { type PriorityBandArgs } from "./priority-band-args";

/** The lowest and highest priority that AWS takes. */
export const MIN_PRIORITY = 1;
export const MAX_PRIORITY = 50000;

/** How priorities are divided: a slot for each position, and within every slot a place for each name. */
interface Layout {
  /** The first slot's lowest priority. */
  first: number;
  /** The distance between two neighbouring slots. */
  stride: number;
  /** The places within a slot. */
  places: number;
  /** How many slots there are. */
  slots: number;
}

/** A listener whose rules have all priorities to themselves. The number of places is a prime, so that names spread evenly. */
const WHOLE: Layout = { first: 200, stride: 200, places: 199, slots: 249 };

/**
 * A band's slots, and twice as many places, so that the names before a change and those after it find room. Both follow
 * from the band's width alone: if they followed from the rules, adding one would move all.
 */
function layoutOf(band: PriorityBandArgs | undefined): Layout {
  if (band === undefined) {
    return WHOLE;
  }
  const width = band.to - band.from + 1;
  const stride = Math.ceil(Math.sqrt(2 * width));
  return { first: band.from, stride, places: stride, slots: Math.floor(width / stride) };
}

/** The most rules whose priorities can be derived from their order. */
export function maxOrderedRules(band?: PriorityBandArgs): number {
  return layoutOf(band).slots;
}

/** How many priorities a band needs to hold so many rules in the order of their list. */
export function widthFor(rules: number): number {
  return 2 * rules * rules;
}

/**
 * The priorities of rules in the order in which they are to be tried.
 *
 * A rule's priority is the slot of its position plus a place within the slot that belongs to its name. AWS changes
 * priorities one rule at a time and refuses one that another rule still holds (`PriorityInUse`). Here a number belongs
 * to one name, whatever the positions before and after: inserting, removing, swapping and renaming rules all go
 * through, in whatever order the changes are made. Only a new name whose hash equals that of an old one (1 in 199, and 1
 * in 45 in a band of 1000) can move the old one's place.
 */
export function orderedPriorities(names: string[], band?: PriorityBandArgs): number[] {
  const { first, stride, places } = layoutOf(band);
  const taken = new Set<number>();
  const placeOf = new Map<string, number>();
  // In order of name, so that a name's place does not depend on its position.
  for (const name of [...names].sort()) {
    let place = createHash("sha256").update(name).digest().readUInt32BE(0) % places;
    while (taken.has(place)) {
      place = (place + 1) % places;
    }
    if (taken.size < places - 1) {
      taken.add(place);
    }
    placeOf.set(name, place);
  }
  return names.map((name, index) => first + index * stride + (placeOf.get(name) ?? 0));
}
