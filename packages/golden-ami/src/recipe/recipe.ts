import * as imagebuilder from "@pulumi/aws/imagebuilder";
import type * as pulumi from "@pulumi/pulumi";
import { type Context, joinLists, mapInput, nameTag, rootVolume } from "@groundwork/core";
import { firstComponents, lastComponents } from "./managed-component";
import { systemOf } from "./operating-system";
import { parentImageOf } from "./parent-image";
import { type BuildComponent, type RecipeArgs } from "./recipe-args";
import { createVersion, digestOf } from "./version";

/** A component, and what tells its content before AWS has it. */
interface RecipeComponent {
  arn: pulumi.Output<string>;
  digest: pulumi.Output<string>;
}

/**
 * Creates the components and the recipe: their names are fixed, their versions rise with their content.
 *
 * Tags are no content: those of the AMIs are the distribution's, where they change in place.
 */
export function createRecipe(context: Context, args: RecipeArgs): imagebuilder.ImageRecipe {
  const { name, tags, parent } = context;
  const components = (args.components ?? []).map((component) => createComponent(context, component, args));
  const [first, last] = [firstComponents(args), lastComponents(args)];
  const system = systemOf(args);
  const inputs = {
    name: args.amiName,
    description: `What the AMI ${args.amiName} is made of`,
    parentImage: parentImageOf(args),
    // The encryption of the root volume is decided here: the distribution's key serves copies in other Regions only.
    blockDeviceMappings: [
      rootVolume({
        keyArn: args.keyArn,
        rootDeviceName: system.rootDeviceName,
        rootVolumeSizeGiB: args.rootVolumeSizeGiB ?? system.rootVolumeSizeGiB,
      }),
    ],
    // AWS keeps what a program leaves out.
    systemsManagerAgent: { uninstallAfterBuild: args.uninstallSystemsManagerAgent ?? false },
  };
  // A component's ARN is not known before it is there; its digest is.
  const digests = components.map((component) => component.digest);
  const digest = digestOf([inputs, first, args.managedComponentArns, digests, last]);
  return new imagebuilder.ImageRecipe(
    `${name}-recipe`,
    {
      ...inputs,
      components: joinLists(
        first,
        recipeComponents(args.managedComponentArns ?? []),
        recipeComponents(components.map((component) => component.arn)),
        last,
      ),
      version: createVersion({ ...context, name: `${name}-recipe` }, `${args.amiName}/versions/recipe`, digest),
      tags: nameTag(name, tags),
    },
    // A fixed name would have the old version deleted first, while the pipeline still refers to it.
    { parent, deleteBeforeReplace: false },
  );
}

/** Components in the form that a recipe takes; a plain list stays plain, as in {@link joinLists}. */
function recipeComponents(arns: pulumi.Input<pulumi.Input<string>[]>) {
  const inRecipe = (componentArn: pulumi.Input<string>) => ({ componentArn });
  return mapInput(arns, (known) => known.map(inRecipe));
}

function createComponent(
  { name, tags, parent }: Context,
  component: BuildComponent,
  args: RecipeArgs,
): RecipeComponent {
  const { amiName, keyArn } = args;
  const context = { parent, tags, name: `${name}-component-${component.name}` };
  const inputs = {
    name: `${amiName}-${component.name}`,
    description: `The step ${component.name} of the AMI ${amiName}`,
    platform: systemOf(args).platform,
    data: component.document,
    kmsKeyId: keyArn,
  };
  const digest = digestOf(inputs);
  const { arn } = new imagebuilder.Component(
    context.name,
    {
      ...inputs,
      version: createVersion(context, `${amiName}/versions/components/${component.name}`, digest),
      tags: nameTag(`${name}-${component.name}`, tags),
    },
    { parent, deleteBeforeReplace: false },
  );
  return { arn, digest };
}
