import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "@groundwork/encryption";
import { GoldenAmiPipeline } from "@groundwork/golden-ami";
import { SnapshotSchedule } from "@groundwork/snapshot-lifecycle";
import { type ImageFactoryConfig } from "../config/shapes";
import { network } from "../parts/network";

/** The tag by which any team's volume joins the account's own schedule. */
const BACKUP_TAG = { Backup: "default" };

/** The image factory: builds the golden AMIs that every other environment launches. */
export function shared(config: ImageFactoryConfig): Record<string, pulumi.Input<unknown>> {
  const { accountId, region, tags } = config;
  const key = new EncryptionKey(
    "images",
    { accountId, description: "Encrypts the golden AMIs", allowAutoScaling: true, tags },
    { protect: true },
  );
  const vpc = network("builds", config);
  const pipelines = config.images.map(
    (image) =>
      new GoldenAmiPipeline(`${image.name}-ami`, {
        accountId,
        region,
        amiName: image.name,
        parentImage: image.parentImage,
        managedComponentArns: [`arn:aws:imagebuilder:${region}:aws:component/update-linux/x.x.x`],
        components: image.components.map((name) => ({ name, document: componentDocument(name) })),
        keyArn: key.keyArn,
        vpcId: vpc.vpcId,
        subnetId: vpc.privateSubnetIds[0]!,
        instanceType: image.instanceType,
        rootVolumeSizeGiB: image.rootVolumeSizeGiB,
        schedule: image.schedule,
        tags,
      }),
  );
  new SnapshotSchedule("default-daily", {
    accountId,
    targetTags: BACKUP_TAG,
    retainDays: config.snapshots.retainDays,
    tags,
  });
  return {
    imageKeyArn: key.keyArn,
    pipelineArns: pipelines.map((pipeline) => pipeline.pipelineArn),
    candidateParameters: pipelines.map((pipeline) => pipeline.candidateParameterName),
    approvedParameters: pipelines.map((pipeline) => pipeline.approvedParameterName),
  };
}

/** The component document that is kept under `stacks/images`. */
function componentDocument(name: string): string {
  return readFileSync(join(__dirname, "..", "images", `${name}.yaml`), "utf8");
}
