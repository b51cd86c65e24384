import { approvedImage } from "@groundwork/core/src/golden-ami";
import { APPROVAL_EVIDENCE, judgeApproval, type ApprovalConfig } from "../../model/ami-approval";
import { AMI_ID_PATTERN, PARENT_IMAGE_PATTERN, SSM_PARAMETER_PATTERN, strings } from "../../model/config";
import { launchOf } from "../../model/launch";
import { templateOf } from "../../model/launch/template";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import type { Resource } from "../../model/resource";
import { at, MALFORMED, text, UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { fail, unknown, type Fact } from "../../model/verdict";

/**
 * An owner or a tag is no criterion: a look-up leaves nothing but an id behind, so a policy could not hold a program to
 * it.
 */
export default defineRule<ApprovalConfig>({
  name: "ami-is-approved",
  requires: "An instance or a launch template launches an approved AMI.",
  severity: "high",
  fix: `Launch an approved AMI by its parameter, ${approvedImage("<name>")}, or have the AMI added to the rule's configuration.`,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/using-systems-manager-parameters.html",
  group: Group.Approval,
  types: [AwsType.Instance, AwsType.LaunchTemplate],
  evidence: [...APPROVAL_EVIDENCE, AwsType.LaunchTemplate],
  config: {
    approvedAmiIds: strings("The AMIs that may be launched, by id", AMI_ID_PATTERN),
    approvedSsmParameters: strings(
      "SSM parameters that hold only such AMIs: names or ARNs, in which * stands for any text without a slash",
      SSM_PARAMETER_PATTERN,
    ),
    approvedParentImages: strings(
      "Images of Image Builder that may be an AMI's parent, by ARN, in which * stands for any text without a slash",
      PARENT_IMAGE_PATTERN,
    ),
    allowParameterVersions: {
      type: "boolean",
      default: false,
      description: "Whether a reference may pin a version or a label of a parameter, which no approval moves",
    },
  },
  judge: (resource, config, program) => {
    const launch = launchOf(resource.type, resource.declared);
    const { field, value } = launch.image;
    switch (value) {
      case undefined:
        return judgeOmission(resource, program);
      case MALFORMED:
        return [fail(field, `${field} is not a text; name an AMI.`)];
      default:
        return [judgeApproval(resource, field, value, config, program)];
    }
  },
});

/** Judges a resource that names no AMI: a launch template leaves it to its user, an instance to a launch template. */
function judgeOmission(resource: Resource, program: Program): Fact[] {
  const launch = launchOf(resource.type, resource.declared);
  const { field, required } = launch.image;
  if (!required) {
    return [];
  }
  if (launch.template === undefined) {
    return [fail(field, `${field} is not set, and there is no launch template; name an approved AMI.`)];
  }
  const template = templateOf(resource, launch, program);
  if (template === UNKNOWN || template === undefined) {
    const fact = `${field} is not set, and its launch template is not, or not at this version, in the program`;
    return [unknown(field, `${fact}; name an approved AMI.`)];
  }
  return text(at(template.declared, "imageId")) === undefined
    ? [fail(field, `${field} is not set, nor is imageId of its launch template; name an approved AMI.`)]
    : [];
}
