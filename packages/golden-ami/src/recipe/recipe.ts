import * as imagebuilder from "@pulumi/aws/imagebuilder";
import { type Context, mapInput, nameTag } from "@groundwork/core";
import { recipeComponent, theirs } from "../components/components";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";
import { imageTestComponents } from "../tests/image-tests";
import { blockDevices } from "./block-devices";
import { firstComponents, lastComponents } from "./managed-component";
import { parentImageOf } from "./parent-image";
import { createVersion, digestOf } from "./version";

/**
 * Creates the components and the recipe: their names are fixed, their versions rise with their content.
 *
 * Tags are no content: those of the AMIs are the distribution's, where they change in place.
 */
export function createRecipe(context: Context, args: GoldenAmiPipelineArgs): imagebuilder.ImageRecipe {
  const { name, tags, parent } = context;
  const [first, last] = [firstComponents(args), lastComponents(args)];
  const components = (args.components ?? []).map((component) => recipeComponent(context, component, args));
  const tests = imageTestComponents(args, args.tests).map((component) => recipeComponent(context, component, args));
  const inputs = {
    name: args.amiName,
    description: `What the AMI ${args.amiName} is made of`,
    parentImage: parentImageOf(args),
    blockDeviceMappings: blockDevices(args),
    userDataBase64: args.userData && mapInput(args.userData, (text) => Buffer.from(text).toString("base64")),
    workingDirectory: args.workingDirectory,
    // AWS keeps what a program leaves out.
    systemsManagerAgent: { uninstallAfterBuild: args.uninstallSystemsManagerAgent ?? false },
  };
  const all = [...first.map(theirs), ...components, ...last.map(theirs), ...tests];
  const digest = digestOf([inputs, all.map(({ content }) => content)]);
  return new imagebuilder.ImageRecipe(
    `${name}-recipe`,
    {
      ...inputs,
      components: all.map(({ configuration }) => configuration),
      version: createVersion({ ...context, name: `${name}-recipe` }, `${args.amiName}/versions/recipe`, digest),
      tags: nameTag(name, tags),
    },
    // A fixed name would have the old version deleted first, while the pipeline still refers to it.
    { parent, deleteBeforeReplace: false },
  );
}
