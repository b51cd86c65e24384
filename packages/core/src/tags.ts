import * as pulumi from "@pulumi/pulumi";
import { isPlain } from "./inputs";

/** Tags as a component's arguments take them. */
export type Tags = pulumi.Input<Record<string, pulumi.Input<string>>>;

/** The tags of one resource: a `Name` for AWS's consoles, under whatever the caller sets. */
export function nameTag(name: string, tags?: Tags): Tags {
  return mergeTags({ Name: name }, tags);
}

/**
 * Merges tags; of two values for one key, the later wins.
 *
 * Plain records stay plain, so that one unknown value does not hide its siblings in a preview.
 */
export function mergeTags(...sets: (Tags | undefined)[]): Tags {
  const given = sets.filter((set) => set !== undefined);
  return given.every(isPlain)
    ? (Object.assign({}, ...given) as Record<string, pulumi.Input<string>>)
    : pulumi.all(given).apply((known) => Object.assign({}, ...known) as Record<string, string>);
}
