import * as imagebuilder from "@pulumi/aws/imagebuilder";
import { type Context, isPlain, mapInput, nameTag, type Tags } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";
import { defaultInstanceType } from "../recipe/operating-system";
import { type BuildPlace } from "./build-network";
import { type BuildRole } from "./build-role";
import { type BuildInfrastructure, DEFAULT_METADATA_HOP_LIMIT } from "./infrastructure-args";
import { type BuildLogging } from "./logs";
import { type Topic } from "./topic";

/** What the infrastructure is made with. */
export interface InfrastructureContext extends Context {
  role: BuildRole;
  network: BuildPlace;
  logs: BuildLogging;
  topic: Topic | undefined;
}

/** Creates the description of the instances that AMIs are built and tested on. */
export function createInfrastructure(
  { name, role, network, logs, topic, tags, parent }: InfrastructureContext,
  { amiName, architecture }: Pick<GoldenAmiPipelineArgs, "amiName" | "architecture">,
  args: BuildInfrastructure,
): imagebuilder.InfrastructureConfiguration {
  return new imagebuilder.InfrastructureConfiguration(
    `${name}-infrastructure-configuration`,
    {
      description: `Where the AMI ${amiName} is built`,
      instanceProfileName: role.profile.name,
      instanceTypes: args.instanceTypes ?? [defaultInstanceType(architecture)],
      ...network,
      instanceMetadataOptions: {
        httpTokens: "required",
        httpPutResponseHopLimit: args.metadataHopLimit ?? DEFAULT_METADATA_HOP_LIMIT,
      },
      placement: args.placement,
      keyPair: args.keyPairName,
      terminateInstanceOnFailure: args.keepFailedInstances !== true,
      snsTopicArn: topic?.arn,
      ...logs.instances,
      resourceTags: instanceTags(tags),
      tags: nameTag(name, tags),
    },
    { parent, dependsOn: role.policies, aliases: [{ name: `${name}-infrastructure` }] },
  );
}

/** The tags of the instances: Image Builder names them itself and refuses a `Name`, and so it does an empty map. */
function instanceTags(tags: Tags = {}): Tags | undefined {
  const others = mapInput(tags, (known) => {
    const { Name: _name, ...rest } = known;
    return rest;
  });
  return isPlain(others) && Object.keys(others).length === 0 ? undefined : others;
}
