import * as imagebuilder from "@pulumi/aws/imagebuilder";
import type * as pulumi from "@pulumi/pulumi";
import { type Context, nameTag } from "@groundwork/core";
import { managedComponentArn } from "../recipe/managed-component";
import { systemOf } from "../recipe/operating-system";
import { type RecipeArgs } from "../recipe/recipe-args";
import { createVersion, digestOf } from "../recipe/version";
import { type BuildComponent } from "./component-args";
import { documentYaml } from "./document-yaml";

/** A component in the form that a recipe takes. */
export interface ComponentConfiguration {
  componentArn: pulumi.Input<string>;
  parameters?: { name: string; value: pulumi.Input<string> }[];
}

/** A component of a recipe, and what tells its content, also before AWS has it. */
export interface RecipeComponent {
  configuration: ComponentConfiguration;
  content: unknown;
}

/** Creates a component of the pipeline's own, or refers to another's. */
export function recipeComponent(context: Context, component: BuildComponent, args: RecipeArgs): RecipeComponent {
  const { managed, version, arn } = component;
  const parameters = parametersOf(component.parameters);
  const componentArn = managed === undefined ? arn : managedComponentArn(args.place, managed, version);
  if (componentArn !== undefined) {
    return theirs({ componentArn, ...parameters });
  }
  const own = createComponent(context, component, args);
  return {
    configuration: { componentArn: own.arn, ...parameters },
    // Its ARN is not known before it is there.
    content: { digest: own.digest, ...parameters },
  };
}

/** A component that somebody else owns: its ARN tells its content. */
export function theirs(configuration: ComponentConfiguration): RecipeComponent {
  return { configuration, content: configuration };
}

function parametersOf(parameters: BuildComponent["parameters"]): Pick<ComponentConfiguration, "parameters"> {
  const list = Object.entries(parameters ?? {}).map(([name, value]) => ({ name, value }));
  return list.length === 0 ? {} : { parameters: list };
}

function createComponent({ name, tags, parent }: Context, component: BuildComponent, args: RecipeArgs) {
  const { amiName, keyArn } = args;
  const step = component.name!;
  const context = { parent, tags, name: `${name}-component-${step}` };
  const inputs = {
    name: `${amiName}-${step}`,
    description: `The step ${step} of the AMI ${amiName}`,
    platform: systemOf(args).platform,
    data: component.document === undefined ? component.yaml : documentYaml(step, component.document),
    uri: component.uri,
    kmsKeyId: keyArn,
  };
  const digest = digestOf({ ...inputs, contentVersion: component.contentVersion });
  const { arn } = new imagebuilder.Component(
    context.name,
    {
      ...inputs,
      version: createVersion(context, `${amiName}/versions/components/${step}`, digest),
      tags: nameTag(`${name}-${step}`, tags),
    },
    // A fixed name would have the old version deleted first, while the recipe still refers to it.
    { parent, deleteBeforeReplace: false },
  );
  return { arn, digest };
}
