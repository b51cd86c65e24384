import { holdsUnknown } from "../../wire/values";
import { type CallSite } from "../types";
import { type Partition, partitionOf } from "./regions";

/** Why a function has no answer that arguments and configuration alone give: it is looked up like any other. */
export class Undetermined extends Error {}

/**
 * The Region that a call goes to.
 *
 * @throws {@link Undetermined} where there is none.
 */
export function regionAt({ region, config, provider }: CallSite): string {
  if (region !== undefined) {
    return region;
  }
  throw new Undetermined(
    holdsUnknown(config["region"])
      ? `the Region of its provider ${provider} is known only after deployment`
      : "neither the call nor its provider names a Region; set aws:region in the stack's configuration",
  );
}

/**
 * The partition of the Region that a call goes to.
 *
 * @throws {@link Undetermined} where there is none.
 */
export function partitionAt(site: CallSite): Partition {
  const region = regionAt(site);
  const partition = partitionOf(region);
  if (partition === undefined) {
    throw new Undetermined(`${region} is no Region of a partition that preflight knows`);
  }
  return partition;
}
