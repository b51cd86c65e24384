import { type Json } from "../document";
import { canonical } from "./content";
import { holdsUnknown } from "../wire/values";
import { type CallSite, type EntryScope, type JsonObject } from "./types";

/** What of a provider's configuration does not say whose resources it sees. */
const NOT_WHOSE = ["region", "version", "pluginDownloadURL", "__internal", "defaultTags", "ignoreTags"];

/** The calls that one entry answered. */
interface Use {
  subject: string;
  scope: EntryScope;
  /** By Region, then by whose resources it sees, the provider's name. */
  providers: Map<string, Map<string, string>>;
}

/** Which Regions and providers each entry answered: one answer for two of them is often a mistake. */
export class EntryUses {
  private readonly uses = new Map<string, Use>();

  /** @param place Where the entry stands in the file. */
  note(place: string, subject: string, scope: EntryScope, { region, provider, config }: CallSite): void {
    const use = this.uses.get(place) ?? { subject, scope, providers: new Map<string, Map<string, string>>() };
    this.uses.set(place, use);
    if (region !== undefined) {
      const known = use.providers.get(region) ?? new Map<string, string>();
      const owner = ownerOf(config, provider);
      use.providers.set(region, known.set(owner, known.get(owner) ?? provider));
    }
  }

  /** What to say of each entry that answered several alike and does not name them. */
  warnings(): string[] {
    return [...this.uses].flatMap(([place, { subject, scope, providers }]) => {
      const regions = [...providers.keys()];
      if (regions.length > 1 && scope.regions === undefined) {
        return [`${place} answers ${subject} alike in the Regions ${fix("region", regions)}`];
      }
      const shared = [...providers.values()].map((names) => [...names.values()]).find((names) => names.length > 1);
      return shared === undefined || scope.providers !== undefined
        ? []
        : [`${place} answers ${subject} alike through the providers ${fix("provider", shared)}`];
    });
  }
}

/** Two providers of one owner see the same resources. */
function ownerOf(config: JsonObject, provider: string): string {
  return holdsUnknown(config)
    ? provider
    : canonical(Object.entries(config).filter(([key, value]) => !NOT_WHOSE.includes(key) && !isSwitch(value)));
}

/** Whether a value turns something on or off, as `skipCredentialsValidation` does. */
function isSwitch(value: Json): boolean {
  return [true, false, "true", "false"].some((on) => on === value);
}

function fix(key: string, names: string[]): string {
  const all = names.map((name) => JSON.stringify(name)).join(", ");
  return (
    `${names.join(" and ")}; add an entry for each that names it ("${key}": ${JSON.stringify(names[0])}), ` +
    `or name all of them where the answer is the same ("${key}": [${all}]).`
  );
}
