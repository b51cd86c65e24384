import { mapInput } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";

/** A number or switch that AWS's provider takes as text. */
export function text(value: pulumi.Input<number | boolean> | undefined): pulumi.Input<string> | undefined {
  return value === undefined ? undefined : mapInput(value, String);
}

/** A switch that AWS's provider takes as "on" or "off". */
export function onOff(value: pulumi.Input<boolean> | undefined): pulumi.Input<string> | undefined {
  return value === undefined ? undefined : mapInput(value, (on) => (on ? "on" : "off"));
}
