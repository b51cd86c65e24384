import { each, fieldOf, get, isSet, where, type Subject } from "./facts";
import { ROOT_DEVICE_NAMES } from "./launch/mappings";
import { at, list, UNKNOWN, type Unknown } from "./reading";
import type { Resource } from "./resource";
import { AwsType } from "./types";
import type { Fact, Facts } from "./verdict";

/** Image Builder's recipes, for AMIs and for containers. */
export const RECIPES = [AwsType.ImageRecipe, "aws:imagebuilder/containerRecipe:ContainerRecipe"];

/** Judges the EBS volume of each device that a recipe maps: neither one that it takes out nor an instance store. */
export function eachRecipeDevice(recipe: Resource, judge: (ebs: Subject, isRoot: boolean) => Facts): Fact[] {
  const mappings = recipe.type === AwsType.ImageRecipe ? "" : "instanceConfiguration.";
  return each(recipe, `${mappings}blockDeviceMappings`, (mapping) => {
    const ebs = { declared: get(mapping, "ebs"), field: fieldOf(mapping, "ebs") };
    return where(isSet(mapping, "ebs"), () => judge(ebs, isRoot(mapping.declared)));
  });
}

/** Whether a recipe for AMIs leaves the root device to its parent image. */
export function leavesRootOut(recipe: Resource): boolean | Unknown {
  const mappings = list(get(recipe, "blockDeviceMappings"));
  return recipe.type === AwsType.ImageRecipe && (mappings === UNKNOWN ? UNKNOWN : !mappings.some(isRoot));
}

function isRoot(declared: unknown): boolean {
  return ROOT_DEVICE_NAMES.includes(at(declared, "deviceName")) && at(declared, "ebs") !== undefined;
}
