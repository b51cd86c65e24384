import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { GoldenAmiPipeline, ImageTest } from "@groundwork/golden-ami";
import { type ImageFactoryConfig } from "../config/shapes";
import { approvedTags } from "../parts/approved-tags";
import { imageDistributions } from "../parts/image-distribution";
import { network } from "../parts/network";
import { scheduledSnapshots } from "../parts/scheduled-snapshots";
import { storageDefaults } from "../parts/storage-defaults";

/** The image factory: builds the golden AMIs that every other environment launches. */
export function shared(config: ImageFactoryConfig): Record<string, pulumi.Input<unknown>> {
  const { place, tags } = config;
  const { key, distributions } = imageDistributions(config);
  const vpc = network("builds", config);
  const pipelines = config.images.map(
    (image) =>
      new GoldenAmiPipeline(`${image.name}-ami`, {
        place,
        amiName: image.name,
        operatingSystem: image.operatingSystem,
        architecture: image.architecture,
        components: image.components.map((name) => ({ name, yaml: componentDocument(name) })),
        keyArn: key.keyArn,
        distributions,
        rootVolumeSizeGiB: image.rootVolumeSizeGiB,
        infrastructure: {
          network: { vpcId: vpc.vpcId, subnetId: vpc.privateSubnetIds[0]! },
          instanceTypes: image.instanceTypes,
        },
        logs: { keyArn: key.keyArn },
        notifications: { ...config.notifications, keyArn: key.keyArn },
        ...(image.approvalGate === true && { approvalGate: {} }),
        tests: { run: Object.values(ImageTest), openPorts: image.openPorts, services: image.services },
        schedule: image.schedule,
        tags,
      }),
  );
  approvedTags(place);
  // What is built here, for the environments in this account, and what it is built on.
  storageDefaults("shared", config, key.keyArn, { criteria: [{ providers: [place.accountId, "amazon"] }] });
  // By this tag any team's volume joins the account's own schedule.
  scheduledSnapshots("default", config);
  return {
    imageKeyArn: key.keyArn,
    executionRoleArns: pipelines.map((pipeline) => pipeline.executionRoleArn),
    pipelineArns: pipelines.map((pipeline) => pipeline.pipelineArn),
    candidateParameters: pipelines.map((pipeline) => pipeline.candidateParameterName),
    approvals: pipelines.map((pipeline) => pipeline.approvalInstructions),
    approvedParameters: pipelines.map((pipeline) => pipeline.approvedParameterName),
  };
}

/** The component document that is kept under `stacks/images`. */
function componentDocument(name: string): string {
  return readFileSync(join(__dirname, "..", "images", `${name}.yaml`), "utf8");
}
