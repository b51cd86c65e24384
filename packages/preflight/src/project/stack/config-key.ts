/**
 * The full key, `namespace:name`, of a key as files and the command line spell it: `name` is the project's, and
 * `namespace:config:name` an older spelling.
 *
 * @returns `undefined` where the key has more parts.
 */
export function fullConfigKey(project: string, key: string): string | undefined {
  const parts = key.includes(":") ? key.split(":") : [project, key];
  const [namespace, second, third] = parts;
  if (parts.length === 3 && second === "config" && namespace !== "" && third !== "") {
    return `${namespace}:${third}`;
  }
  return parts.length === 2 ? `${namespace}:${second}` : undefined;
}

/** What a configuration key may look like, in the words of an error message. */
export const CONFIG_KEY_RULE = "write NAME for the project's own, or NAMESPACE:NAME, as aws:region";
