import { createHash } from "node:crypto";

/**
 * The largest number that Image Builder takes as a part of a version.
 *
 * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/ibhow-semantic-versioning.html
 */
const LARGEST_NODE = 2 ** 30 - 1;

/**
 * A semantic version that follows the content: the same content has the same version, other content another.
 *
 * Image Builder never lets a version's content change, so a change has to make a version. The numbers say nothing about
 * which of two versions is newer: refer to versions by ARN, never by wildcard.
 */
export function contentVersion(content: string): string {
  const digest = createHash("sha256").update(content).digest();
  return `1.${digest.readUInt32BE(0) & LARGEST_NODE}.${digest.readUInt32BE(4) & LARGEST_NODE}`;
}
