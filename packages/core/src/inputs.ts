import * as pulumi from "@pulumi/pulumi";

/** Whether a value is known now: neither an output nor a promise. */
export function isPlain<T>(value: pulumi.Input<T>): value is T & pulumi.Input<T> {
  return !pulumi.Output.isInstance(value) && !(value instanceof Promise);
}

/**
 * Joins lists.
 *
 * Plain lists stay plain, so that one unknown item does not hide its siblings in a preview.
 */
export function joinLists<T>(
  ...lists: (pulumi.Input<pulumi.Input<T>[]> | undefined)[]
): pulumi.Input<pulumi.Input<T>[]> {
  const given = lists.filter((list) => list !== undefined);
  return given.every(isPlain) ? given.flat() : pulumi.all(given).apply((known) => known.flat() as T[]);
}
