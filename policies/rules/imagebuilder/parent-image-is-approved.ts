import { APPROVAL_EVIDENCE, judgeApproval, judgeParent } from "../../model/ami-approval";
import { APPROVAL_CONFIG, type ApprovalConfig } from "../../model/approval-config";
import { get } from "../../model/facts";
import { Group } from "../../model/levels";
import { text } from "../../model/reading";
import { RECIPES } from "../../model/recipe-devices";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

/** The AMI of the instance that builds containers. */
const BUILDER = "instanceConfiguration.image";

export default defineRule<ApprovalConfig>({
  name: "parent-image-is-approved",
  requires: "What Image Builder builds on is an approved image.",
  fix: "Name a parent of the rule's approvedParentImages, or an approved AMI.",
  severity: "high",
  group: Group.Approval,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-recipes.html",
  types: RECIPES,
  guards: ["parentImage", "instanceConfiguration"],
  evidence: APPROVAL_EVIDENCE,
  config: APPROVAL_CONFIG,
  judge: (recipe, config, program) => {
    if (recipe.type === AwsType.ImageRecipe) {
      return judgeParent(recipe, config, program);
    }
    const image = text(get(recipe, BUILDER));
    return image === undefined
      ? []
      : judgeApproval(recipe, { field: BUILDER, input: "instanceConfiguration" }, image, config, program);
  },
});
