import environments from "../data/environments.json";
import { levelOf, onUnknownOf, type Environment } from "./levels";
import type { Rule } from "./rule";

type Properties = Record<string, Record<string, unknown>>;

/** The configuration of an environment: levels from the table of groups, then what `data/environments.json` says. */
export function environmentConfig(rules: Rule[], environment: Environment): Properties {
  const every = environments.every as Properties;
  const own = environments[environment] as Properties;
  return Object.fromEntries(
    rules.map(({ name, group }) => [
      name,
      {
        enforcementLevel: levelOf(group, environment),
        onUnknown: onUnknownOf(group, environment),
        ...every[name],
        ...own[name],
      },
    ]),
  );
}
