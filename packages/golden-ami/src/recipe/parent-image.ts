import type * as pulumi from "@pulumi/pulumi";
import { arn, mapInput, type Place } from "@groundwork/core";
import { managedImageOf } from "./operating-system";
import { type RecipeArgs } from "./recipe-args";

/** The newest version of an image or a component: a wildcard, so that a schedule sees when there is a newer one. */
export const NEWEST = "x.x.x";

/** What a recipe builds on, as Image Builder takes it. */
export function parentImageOf(args: RecipeArgs): pulumi.Input<string> {
  const { place, parent = {} } = args;
  const { amiId, parameterName, managedImageName, goldenAmiName, imageArn, version = NEWEST } = parent;
  if (parameterName !== undefined) {
    return mapInput(parameterName, (name) => `ssm:${name}`);
  }
  if (goldenAmiName !== undefined) {
    return mapInput(goldenAmiName, (name) => imageArnOf(place, place.accountId, name, version));
  }
  const managed = managedImageName ?? managedImageOf(args) ?? "";
  return amiId ?? imageArn ?? mapInput(managed, (name) => imageArnOf(place, "aws", name, version));
}

/** The ARN of an image of Image Builder, or of its newest version. */
export function imageArnOf(place: Place, owner: string, image: string, version = NEWEST): string {
  return arn(place, {
    service: "imagebuilder",
    region: place.region,
    accountId: owner,
    resource: `image/${image}/${version}`,
  });
}
