import { createHash } from "node:crypto";

/** What Pulumi appends to a logical name to make a physical one: a hyphen and seven random hexadecimal digits. */
export const AUTO_NAME_SUFFIX_LENGTH = 8;

/** Hexadecimal digits of the hash that stands for what was cut off a long name. */
const HASH_LENGTH = 6;

/**
 * A logical name from which Pulumi's auto-naming makes a physical name within the service's limit.
 *
 * A name that fits is returned as it is. A longer one keeps its beginning and ends in a hash of the whole, so that two
 * long names with the same beginning stay apart.
 *
 * @param name The wanted logical name.
 * @param limit The longest physical name that the service takes, in characters: 32 for load balancers and target groups.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
 */
export function nameStem(name: string, limit: number): string {
  const room = limit - AUTO_NAME_SUFFIX_LENGTH;
  if (name.length <= room) {
    return name;
  }
  const hash = createHash("sha256").update(name).digest("hex").slice(0, HASH_LENGTH);
  return `${name.slice(0, room - HASH_LENGTH - 1).replace(/-+$/, "")}-${hash}`;
}
