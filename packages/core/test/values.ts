import type * as pulumi from "@pulumi/pulumi";

/** What an output holds. */
export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}
