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

/** What is made of a value. A plain one stays plain, so that a preview shows it and a check can read it. */
export function mapInput<T, R>(value: pulumi.Input<T>, map: (known: T) => R): pulumi.Input<R> {
  return isPlain(value) ? map(value) : pulumi.output(value).apply((known) => map(known as T));
}
