import * as pulumi from "@pulumi/pulumi";

/** An output's `apply` as the SDK has it, beyond its declarations: it can run although values are unknown. */
type Apply<T> = (given: () => pulumi.Output<T>, runWithUnknowns: boolean) => pulumi.Output<T>;

/**
 * A value that whoever uses it gets only once others exist: an order that crosses components.
 *
 * In a preview it is known where the value itself is, or a new sibling would make whoever uses it look changed.
 *
 * @param value The value.
 * @param others What must exist before, by any output of each.
 */
export function after<T>(value: pulumi.Output<T>, others: pulumi.Output<unknown>[]): pulumi.Output<T> {
  const all = pulumi.all(others);
  return (all.apply as unknown as Apply<T>).call(all, () => value, true);
}
