import { approvedImage } from "@groundwork/core/src/golden-ami";
import { APPROVAL_EVIDENCE, judgeApproval } from "../../model/ami-approval";
import { APPROVAL_CONFIG, type ApprovalConfig } from "../../model/approval-config";
import { anyOf, get, is, not, where } from "../../model/facts";
import { imageName, matches, valueInput } from "../../model/image";
import { eachImage, IMAGE_USERS } from "../../model/image-fields";
import { eachLaunch, LAUNCHES } from "../../model/launch";
import { eachTemplate, FOLLOWERS } from "../../model/launch/references";
import type { Launch, TemplateField } from "../../model/launch/shape";
import { isOfProgram, templateOf } from "../../model/launch/template";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { at, text, UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { fail, unknown, type Fact, type Facts } from "../../model/verdict";

/**
 * An owner or a tag is no criterion: a look-up leaves nothing but an id behind, so a policy could not hold a program to
 * it.
 */
export default defineRule<ApprovalConfig>({
  name: "ami-is-approved",
  requires: "What a program launches, or writes into an approved parameter, is an approved AMI.",
  severity: "high",
  fix: `Launch an approved AMI by its parameter, ${approvedImage("<name>")}, or have the AMI added to the catalogue.`,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/using-systems-manager-parameters.html",
  group: Group.Approval,
  types: [...new Set([...IMAGE_USERS, ...FOLLOWERS]), AwsType.Parameter],
  evidence: [...APPROVAL_EVIDENCE, AwsType.LaunchTemplate],
  config: APPROVAL_CONFIG,
  judge: (resource, config, program) => {
    if (resource.type === AwsType.Parameter) {
      return judgeParameter(resource, config, program);
    }
    return [
      eachImage(resource, (field, value) => judgeApproval(resource, field, value, config, program)),
      LAUNCHES.includes(resource.type)
        ? eachLaunch(resource, (launch) =>
            launch.image.value === undefined ? judgeOmission(resource, launch, program) : [],
          )
        : [],
      eachTemplate(resource, (template) => judgeFollowed(resource, template, program)),
    ];
  },
});

/** Judges a launch template that a resource names: what it launches is judged where the program makes it. */
function judgeFollowed(resource: Resource, template: TemplateField, program: Program): Facts {
  const { field } = template;
  const made = templateOf(resource, { template }, program);
  if (made !== UNKNOWN && made !== undefined) {
    return text(at(made.declared, "imageId")) !== undefined || CHOOSERS.includes(resource.type)
      ? []
      : fail(field, `the launch template in ${field} names no AMI; set its imageId to an approved one.`);
  }
  return where(not(isOfProgram(resource, template, program)), () =>
    unknown(field, `${field} names ${ELSEWHERE}, and nothing shows that its AMI is approved; name one of the program.`),
  );
}

const ELSEWHERE = "a launch template that is not, or not at this version, in the program";

/** The types whose service chooses an AMI of its own where a launch template names none. */
const CHOOSERS: string[] = [
  AwsType.NodeGroup,
  "aws:batch/computeEnvironment:ComputeEnvironment",
  "aws:gamelift/gameServerGroup:GameServerGroup",
];

/** Judges a resource that names no AMI: a launch template leaves it to its user, an instance to a launch template. */
function judgeOmission(resource: Resource, launch: Launch, program: Program): Fact[] {
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

/** Judges what a program itself writes where others find approved AMIs: writing it there approves of nothing. */
function judgeParameter(parameter: Resource, config: ApprovalConfig, program: Program): Facts {
  const field = valueInput(parameter);
  const value = text(get(parameter, field));
  return where(isForApproved(parameter, config), () =>
    value === undefined ? [] : judgeApproval(parameter, { field }, value, config, program),
  );
}

/** Whether a parameter is one of those for approved AMIs. One whose name is not known may be, if it holds an AMI. */
function isForApproved(parameter: Resource, config: ApprovalConfig): boolean | Unknown {
  const name = text(get(parameter, "name"));
  if (name !== UNKNOWN) {
    return typeof name === "string" && config.approvedSsmParameters.some((pattern) => matches(pattern, name));
  }
  const value = text(get(parameter, valueInput(parameter)));
  const holdsAmi = typeof value === "string" && imageName(value).kind === "id";
  return anyOf(is(parameter, "dataType", "aws:ec2:image"), holdsAmi) === false ? false : UNKNOWN;
}
