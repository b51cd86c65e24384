import { each, type Subject } from "../facts";
import type { Facts } from "../verdict";

/** Judges what stands under a path in which `[]` is for each item of a list; the judge gets the item, and the path in it. */
export function eachAt(on: Subject, path: string, judge: (item: Subject, path: string) => Facts): Facts {
  const [head = "", ...rest] = path.split(/\[\]\.?/);
  return rest.length === 0 ? judge(on, head) : each(on, head, (item) => eachAt(item, rest.join("[]."), judge));
}
