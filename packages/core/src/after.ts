import * as pulumi from "@pulumi/pulumi";

/**
 * A value that whoever uses it gets only once others exist: an order that crosses components.
 *
 * @param value The value.
 * @param others What must exist before, by any output of each.
 */
export function after<T>(value: pulumi.Output<T>, others: pulumi.Output<unknown>[]): pulumi.Output<T> {
  return pulumi.all([value, ...others]).apply(([first]) => first as T);
}
