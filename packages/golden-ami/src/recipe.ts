import * as imagebuilder from "@pulumi/aws/imagebuilder";
import * as pulumi from "@pulumi/pulumi";
import { nameTag } from "@groundwork/core";
import { contentVersion } from "./content-version";
import { type BuildComponent, type GoldenAmiPipelineArgs } from "./golden-ami-pipeline";

/** The root device of Amazon Linux 2023. */
const DEFAULT_ROOT_DEVICE_NAME = "/dev/xvda";

/** The root volume's size in GiB: Amazon Linux 2023's own. */
const DEFAULT_ROOT_VOLUME_SIZE_GIB = 8;

/** The operating system that the components are for. */
const PLATFORM = "Linux";

/**
 * Creates the components and the recipe, whose versions follow their content.
 *
 * Neither is given a fixed name: Image Builder takes a name and version once, so that going back to an earlier content would
 * fail, and Pulumi deletes a fixed name before it makes the next, while the pipeline still needs it.
 */
export function createRecipe(
  name: string,
  args: GoldenAmiPipelineArgs,
  parent: pulumi.Resource,
): imagebuilder.ImageRecipe {
  const components = (args.components ?? []).map((component) => createComponent(name, component, args, parent));
  const content = {
    parentImage: args.parentImage,
    components: [...(args.managedComponentArns ?? []), ...components.map((component) => component.arn)].map(
      (componentArn) => ({ componentArn }),
    ),
    blockDeviceMappings: [
      {
        // The encryption of the root volume is decided here: the distribution's key serves copies in other Regions only.
        deviceName: args.rootDeviceName ?? DEFAULT_ROOT_DEVICE_NAME,
        ebs: {
          encrypted: "true",
          kmsKeyId: args.keyArn,
          volumeType: "gp3",
          volumeSize: args.rootVolumeSizeGiB ?? DEFAULT_ROOT_VOLUME_SIZE_GIB,
          deleteOnTermination: "true",
        },
      },
    ],
    amiTags: nameTag(args.amiName, args.tags),
  };
  return new imagebuilder.ImageRecipe(
    `${name}-recipe`,
    {
      ...content,
      version: pulumi.output(content).apply((resolved) => contentVersion(JSON.stringify(resolved))),
      description: `What the AMI ${args.amiName} is made of`,
      tags: nameTag(name, args.tags),
    },
    { parent },
  );
}

function createComponent(
  name: string,
  component: BuildComponent,
  args: GoldenAmiPipelineArgs,
  parent: pulumi.Resource,
): imagebuilder.Component {
  return new imagebuilder.Component(
    `${name}-component-${component.name}`,
    {
      platform: PLATFORM,
      version: contentVersion(`${PLATFORM}\n${component.document}`),
      data: component.document,
      kmsKeyId: args.keyArn,
      description: `The step ${component.name} of the AMI ${args.amiName}`,
      tags: nameTag(`${name}-${component.name}`, args.tags),
    },
    { parent },
  );
}
