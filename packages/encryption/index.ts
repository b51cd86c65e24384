export { EncryptedAmiCopy } from "./src/encrypted-ami-copy";
export { type EncryptedAmiCopyArgs } from "./src/encrypted-ami-copy-args";
export { EncryptedSnapshotCopy } from "./src/encrypted-snapshot-copy";
export { type EncryptedSnapshotCopyArgs } from "./src/encrypted-snapshot-copy-args";
export { EncryptionKey } from "./src/encryption-key";
export { AUTO_SCALING_ROLE_NAME, type EncryptionKeyArgs, KeyService } from "./src/encryption-key-args";
export { checkAutoScalingRoleNames } from "./src/encryption-key-checks";
export { autoScalingRoleArn, GRANTABLE_TO_AUTO_SCALING } from "./src/key-policy";
export { StorageDefaults } from "./src/storage-defaults";
export {
  type AllowedImage,
  type AllowedImages,
  AllowedImagesMode,
  ImagePublicAccess,
  SnapshotPublicAccess,
  type StorageDefaultsArgs,
} from "./src/storage-defaults-args";
