import * as imagebuilder from "@pulumi/aws/imagebuilder";
import * as pulumi from "@pulumi/pulumi";
import { type Context, joinLists, mapInput, nameTag, rootVolume } from "@groundwork/core";
import { contentVersion } from "./content-version";
import { type BuildComponent, type GoldenAmiPipelineArgs } from "./golden-ami-pipeline-args";

/** The operating system that the components are for. */
const PLATFORM = "Linux";

/**
 * Creates the components and the recipe, whose versions follow their content.
 *
 * Neither is given a fixed name: Image Builder takes a name and version once, so that going back to an earlier content would
 * fail, and Pulumi deletes a fixed name before it makes the next, while the pipeline still needs it.
 */
export function createRecipe(context: Context, args: GoldenAmiPipelineArgs): imagebuilder.ImageRecipe {
  const { name, tags, parent } = context;
  const components = (args.components ?? []).map((component) => createComponent(context, component, args));
  const content = {
    parentImage: args.parentImage,
    components: recipeComponents(
      joinLists(
        args.managedComponentArns,
        components.map((component) => component.arn),
      ),
    ),
    // The encryption of the root volume is decided here: the distribution's key serves copies in other Regions only.
    blockDeviceMappings: [rootVolume(args)],
    amiTags: nameTag(args.amiName, tags),
  };
  return new imagebuilder.ImageRecipe(
    `${name}-recipe`,
    {
      ...content,
      version: pulumi.output(content).apply((resolved) => contentVersion(JSON.stringify(resolved))),
      description: `What the AMI ${args.amiName} is made of`,
      tags: nameTag(name, tags),
    },
    { parent },
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
  { amiName, keyArn }: Pick<GoldenAmiPipelineArgs, "amiName" | "keyArn">,
): imagebuilder.Component {
  return new imagebuilder.Component(
    `${name}-component-${component.name}`,
    {
      platform: PLATFORM,
      version: contentVersion(`${PLATFORM}\n${component.document}`),
      data: component.document,
      kmsKeyId: keyArn,
      description: `The step ${component.name} of the AMI ${amiName}`,
      tags: nameTag(`${name}-${component.name}`, tags),
    },
    { parent },
  );
}
