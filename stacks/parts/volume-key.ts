import { EncryptionKey, type EncryptionKeyArgs, KeyService } from "@groundwork/encryption";
import { type WorkloadConfig } from "../config/shapes";

/** The key of an environment's volumes, which its Auto Scaling groups may use. */
export function volumeKey(
  environment: string,
  { place, tags }: Pick<WorkloadConfig, "place" | "tags">,
  options: Pick<EncryptionKeyArgs, "protectKey"> = {},
): EncryptionKey {
  const description = `Encrypts the volumes of ${environment}`;
  return new EncryptionKey(environment, { place, description, services: [KeyService.AutoScaling], tags, ...options });
}
