/** The operators that compare two values, the second of them under `value`. */
const WITH_VALUE = [
  ...["stringEquals", "stringLessThan", "stringLessThanEquals", "stringGreaterThan", "stringGreaterThanEquals"],
  ...["numberEquals", "numberLessThan", "numberLessThanEquals", "numberGreaterThan", "numberGreaterThanEquals"],
  "patternMatches",
];

/** The operators that compare a file under `path`. */
const WITH_PATH = ["fileMD5Equals", "fileSHA1Equals", "fileSHA256Equals", "fileSHA512Equals"];

/** The operators that look at one value. */
const ALONE = ["stringIsEmpty", "stringIsWhitespace", "binaryExists", "fileExists", "folderExists"];

/** The operators that join conditions. */
const JOINING = ["and", "or", "not"];

/** How deep conditions may be joined. */
const MAX_DEPTH = 4;

/**
 * Why AWSTOE would not take a condition, as the end of "…, but must be …"; `undefined` where it would.
 *
 * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-comparison-operators.html
 */
export function wrongCondition(condition: unknown, depth = 0): string | undefined {
  if (typeof condition !== "object" || condition === null || Array.isArray(condition)) {
    return "a map of one operator and what it compares";
  }
  const { value, path, ...rest } = condition as Record<string, unknown>;
  const [operator = "", ...others] = Object.keys(rest);
  if (others.length > 0 || ![...WITH_VALUE, ...WITH_PATH, ...ALONE, ...JOINING].includes(operator)) {
    return `one of the operators ${[...WITH_VALUE, ...WITH_PATH, ...ALONE, ...JOINING].join(", ")}`;
  }
  if (WITH_VALUE.includes(operator) !== (value !== undefined)) {
    return `${operator} ${value === undefined ? "with" : "without"} value`;
  }
  if (WITH_PATH.includes(operator) !== (path !== undefined)) {
    return `${operator} ${path === undefined ? "with" : "without"} path`;
  }
  if (!JOINING.includes(operator)) {
    return undefined;
  }
  if (depth >= MAX_DEPTH) {
    return `joined ${MAX_DEPTH} levels deep at most`;
  }
  const inner = operator === "not" ? [rest[operator]] : rest[operator];
  if (!Array.isArray(inner) || inner.length === 0) {
    return `${operator} with a list of conditions`;
  }
  return inner.map((each) => wrongCondition(each, depth + 1)).find((reason) => reason !== undefined);
}
