export { after } from "./src/after";
export { APPROVAL_NOTICE_DAYS, daysLeft } from "./src/approval-days";
export { type ApprovedAmi, type ScanFindings } from "./src/approved-ami";
export { APPROVED_AMI_FIELDS } from "./src/approved-ami-checks";
export { readApprovedAmis } from "./src/approved-amis";
export { arn, iamArn, managedPolicyArn, type ArnParts } from "./src/arns";
export { Checks, REGION } from "./src/checks";
export { ConfigError } from "./src/config-error";
export { type Context } from "./src/context";
export { HTTPS_EGRESS } from "./src/egress";
export {
  AMI_ID,
  AMI_NAME,
  AMI_NAME_ALLOWED,
  APPROVED_PARAMETERS,
  APPROVED_TAG,
  approvedImage,
  approvedParameter,
  candidateParameter,
  imageInParameter,
} from "./src/golden-ami";
export { assumeRolePolicy, EBS_KEY_ACTIONS, policyDocument, type PolicyStatement, type ServiceSource } from "./src/iam";
export { isPlain, joinLists, mapInput } from "./src/inputs";
export { AUTO_NAME_SUFFIX_LENGTH, nameStem } from "./src/names";
export { checkPlace, partitionOf, type Place } from "./src/place";
export { checkRootVolume, rootVolume, type RootVolume, type RootVolumeArgs } from "./src/root-volume";
export { checkOrganizations, checkOtherAccounts, type SharedWith } from "./src/sharing";
export { mergeTags, nameTag, type Tags } from "./src/tags";
