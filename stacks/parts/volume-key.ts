import type * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "@groundwork/encryption";
import { type WorkloadConfig } from "../config/shapes";

/** The key of an environment's volumes, which its Auto Scaling groups may use. */
export function volumeKey(
  environment: string,
  { place, tags }: Pick<WorkloadConfig, "place" | "tags">,
  options?: pulumi.ComponentResourceOptions,
): EncryptionKey {
  const description = `Encrypts the volumes of ${environment}`;
  return new EncryptionKey(environment, { place, description, allowAutoScaling: true, tags }, options);
}
