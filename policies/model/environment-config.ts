import type { ApprovedAmi } from "@groundwork/core/src/approved-ami";
import environments from "../data/environments.json";
import { levelOf, onUnknownOf, type Environment } from "./levels";
import type { Rule } from "./rule";

type Properties = Record<string, Record<string, unknown>>;

/** What stands in `data/environments.json` for the environment's own name. */
const OWN_NAME = "{environment}";

/**
 * The configuration of an environment: levels from the table of groups, what the catalogue of approved AMIs says of it,
 * then what `data/environments.json` says.
 */
export function environmentConfig(rules: Rule[], environment: Environment, amis: ApprovedAmi[]): Properties {
  const every = JSON.parse(JSON.stringify(environments.every).replaceAll(OWN_NAME, environment)) as Properties;
  const own = environments[environment] as Properties;
  const approved = amis.filter(({ environments }) => environments.includes(environment));
  return Object.fromEntries(
    rules.map(({ name, group, schema }) => [
      name,
      {
        enforcementLevel: levelOf(group, environment),
        onUnknown: onUnknownOf(group, environment),
        ...Object.fromEntries(Object.entries(catalogued(approved)).filter(([property]) => property in schema)),
        ...every[name],
        ...own[name],
      },
    ]),
  );
}

/** What the catalogue says, by the property of a rule's configuration. */
function catalogued(amis: ApprovedAmi[]): Record<string, unknown[]> {
  const properties = {
    catalogue: amis.map(({ id, region, accountId, created, expires, deprecated }) => ({
      ...{ id, region, accountId, created, expires },
      ...(deprecated !== undefined && { deprecated }),
    })),
    encryptedAmiIds: amis
      .filter(({ encrypted }) => encrypted)
      .map(({ id, region, accountId }) => `${accountId}/${region}/${id}`),
  };
  return Object.fromEntries(Object.entries(properties).filter(([, items]) => items.length > 0));
}
