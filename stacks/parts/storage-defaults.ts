import type * as pulumi from "@pulumi/pulumi";
import { type AllowedImages, StorageDefaults } from "@groundwork/encryption";
import { type Placed } from "../config/reader";

/**
 * What holds for volumes, snapshots, AMIs and instances of an account's Region where nobody says otherwise. One environment of each
 * account has it: the settings are the account's.
 *
 * @param keyArn The key of what names none.
 * @param allowedImages The AMIs that may be launched.
 */
export function storageDefaults(
  environment: string,
  { place }: Placed,
  keyArn: pulumi.Input<string>,
  allowedImages: AllowedImages,
): StorageDefaults {
  return new StorageDefaults(environment, { place, keyArn, allowedImages });
}
