import { type Checks, isPlain, type Tags } from "@groundwork/core";

/** The most tags that Data Lifecycle Manager adds to what it makes. */
const MAX_ADDED_TAGS = 45;

/** Records what is wrong with the tags that a policy looks for. */
export function checkTargetTags(checks: Checks, targetTags: Tags): void {
  if (isPlain(targetTags)) {
    const count = Object.keys(targetTags).length;
    checks.that(count > 0, "targetTags", targetTags, "at least one tag", "name the tag to look for");
  }
}

/**
 * Records what is wrong with tags that a policy adds to what it makes.
 *
 * @param others The keys of further tags that it adds.
 */
export function checkAddedTags(
  checks: Checks,
  field: string,
  added: Tags = {},
  targetTags: Tags,
  others: string[] = [],
): void {
  if (!isPlain(added)) {
    return;
  }
  const keys = [...Object.keys(added), ...others];
  const most = `at most ${MAX_ADDED_TAGS} tags`;
  checks.that(keys.length <= MAX_ADDED_TAGS, field, `${keys.length} tags`, most, "remove some");
  checks.that(
    keys.every((key) => !key.startsWith("aws:")),
    field,
    added,
    "tags whose keys do not begin with aws:",
    "AWS keeps that prefix to itself: choose another key",
  );
  if (isPlain(targetTags)) {
    checks.that(
      Object.keys(added).every((key) => added[key] !== targetTags[key]),
      field,
      added,
      "none of the tags that policies look for",
      "choose other tags: what carries these is backed up, too",
    );
  }
}
