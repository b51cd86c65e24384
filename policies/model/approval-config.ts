import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { CATALOGUE_CONFIG, type CatalogueConfig } from "./catalogue";
import { AMI_ID_PATTERN, PARENT_IMAGE_PATTERN, SSM_PARAMETER_PATTERN, strings } from "./config";

/** The AMIs that may be launched. */
export interface ApprovalConfig extends CatalogueConfig {
  approvedAmiIds: string[];
  approvedSsmParameters: string[];
  approvedParentImages: string[];
  allowParameterVersions: boolean;
}

export const APPROVAL_CONFIG = {
  ...CATALOGUE_CONFIG,
  approvedAmiIds: strings("The AMIs that may be launched, by id", AMI_ID_PATTERN),
  approvedSsmParameters: strings(
    "SSM parameters that hold only such AMIs: names or ARNs, in which * stands for any text without a slash",
    SSM_PARAMETER_PATTERN,
  ),
  approvedParentImages: strings(
    "Images that may be a recipe's parent: an image's ARN, or ssm: and a parameter; * stands for any text without a slash",
    PARENT_IMAGE_PATTERN,
  ),
  allowParameterVersions: {
    type: "boolean",
    default: false,
    description: "Whether a reference may pin a version or a label of a parameter, which no approval moves",
  },
} satisfies Record<string, PolicyConfigJSONSchema>;
