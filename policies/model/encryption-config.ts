import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { AMI_ID_PATTERN, PLACE_PATTERN, SNAPSHOT_ID_PATTERN, SSM_PARAMETER_PATTERN, strings } from "./config";
import { AwsType } from "./types";

/** What is declared about an account, because a program does not show it. */
export interface EncryptionConfig {
  accountEncryptsByDefault: boolean;
  encryptingRegions: string[];
  encryptedSnapshotIds: string[];
}

/** What is declared, besides, about the AMIs that are launched. */
export interface LaunchEncryptionConfig extends EncryptionConfig {
  encryptedAmiIds: string[];
  encryptedAmiSsmParameters: string[];
}

export const ENCRYPTION_CONFIG: Record<string, PolicyConfigJSONSchema> = {
  accountEncryptsByDefault: {
    type: "boolean",
    default: false,
    description: "Whether EBS encryption by default is on in every account and Region of the stack",
  },
  encryptingRegions: strings(
    "The Regions in which EBS encryption by default is on: in every account, or in the one before the slash",
    PLACE_PATTERN,
  ),
  encryptedSnapshotIds: strings(
    "Snapshots from outside the program that are encrypted; after a Region (and an account before it), there alone",
    SNAPSHOT_ID_PATTERN,
  ),
};

export const LAUNCH_ENCRYPTION_CONFIG: Record<string, PolicyConfigJSONSchema> = {
  ...ENCRYPTION_CONFIG,
  encryptedAmiIds: strings("AMIs from outside the program of which every volume is encrypted", AMI_ID_PATTERN),
  encryptedAmiSsmParameters: strings(
    "SSM parameters that hold only such AMIs: names or ARNs, in which * stands for any text without a slash",
    SSM_PARAMETER_PATTERN,
  ),
};

/** The types whose resources can decide how a volume is encrypted. */
export const ENCRYPTION_EVIDENCE: string[] = [
  AwsType.EncryptionByDefault,
  AwsType.Snapshot,
  AwsType.SnapshotCopy,
  AwsType.SnapshotImport,
  AwsType.Volume,
];

/** The types whose resources can decide how a launched volume is encrypted. */
export const LAUNCH_ENCRYPTION_EVIDENCE: string[] = [
  ...ENCRYPTION_EVIDENCE,
  AwsType.Ami,
  AwsType.AmiCopy,
  AwsType.Image,
  AwsType.ImageRecipe,
  AwsType.LaunchTemplate,
  AwsType.Parameter,
];
