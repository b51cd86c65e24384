import { createHash } from "node:crypto";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { type Context, nameTag } from "@groundwork/core";

/**
 * Creates what counts the versions of a recipe or of a component, and gives the version of a content.
 *
 * Image Builder never lets a version's content change, so a change has to make a version; with a fixed name, so that
 * lifecycle rules and wildcards follow the whole family, it has to be one that is higher than all before, also where a
 * content is taken back. A program remembers no number, and a hash does not rise. An SSM parameter counts: whenever its
 * value changes, AWS raises its version by one, and a preview says beforehand that the version is not known yet. Image
 * Builder's own counting (`1.0.x`) is for recipes only, and the number that comes of it differs from what was asked for.
 *
 * @param context The name of what has versions, its tags and its parent.
 * @param path Where the parameter is, such as `web/versions/recipe`.
 * @param content All whose change replaces it, as {@link digestOf} gives it.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-versions.html
 */
export function createVersion(
  { name, tags, parent }: Context,
  path: string,
  content: pulumi.Input<string>,
): pulumi.Output<string> {
  const parameter = new ssm.Parameter(
    `${name}-version-parameter`,
    {
      name: `/golden-ami/${path}`,
      type: "String",
      // Another description would raise the version, too, so it says nothing that could change.
      description: "Counts versions: Image Builder's follows this parameter's, whose value is the content's SHA-256",
      value: content,
      tags: nameTag(name, tags),
    },
    { parent },
  );
  return pulumi.interpolate`1.0.${parameter.version}`;
}

/** A text that differs wherever two contents do, in whatever order their fields are given. */
export function digestOf(content: object): pulumi.Output<string> {
  return pulumi
    .output(content)
    .apply((known) => createHash("sha256").update(JSON.stringify(known, inOrder)).digest("hex"));
}

/** A record with its fields in the order of their names. */
function inOrder(_key: string, value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
    : value;
}
