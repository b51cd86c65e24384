import { hasTag } from "../../model/backup-coverage";
import { allOf, anyOf, get, is, mustHave } from "../../model/facts";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { at, list, text, UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

const LIFECYCLE = "aws:imagebuilder/lifecyclePolicy:LifecyclePolicy";

export default defineRule({
  name: "pipeline-has-lifecycle-policy",
  requires: "The AMIs of a pipeline are retired by a lifecycle policy of Image Builder.",
  fix: "Add an imagebuilder.LifecyclePolicy that selects the pipeline's recipe or its tags.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-image-lifecycles.html",
  types: ["aws:imagebuilder/imagePipeline:ImagePipeline"],
  guards: ["imageRecipeArn"],
  evidence: [LIFECYCLE, AwsType.ImageRecipe],
  judge: (pipeline, _config, program) =>
    mustHave(
      "imageRecipeArn",
      program.all([LIFECYCLE]),
      (policy) => retires(policy, pipeline, program),
      "No lifecycle policy of Image Builder selects the pipeline's recipe or its tags; add one.",
    ),
});

function retires(policy: Resource, pipeline: Resource, program: Program): boolean | Unknown {
  return allOf(
    is(policy, "status", "ENABLED", "ENABLED"),
    anyOf(selectsRecipe(policy, pipeline, program), selectsTags(policy, pipeline)),
  );
}

/** Whether a policy selects the pipeline's recipe: by its name, or because its name comes from it. */
function selectsRecipe(policy: Resource, pipeline: Resource, program: Program): boolean | Unknown {
  const items = list(get(policy, "resourceSelection.recipes"));
  const recipes = program.sources(pipeline, "imageRecipeArn", [AwsType.ImageRecipe]);
  if (items === UNKNOWN || recipes === UNKNOWN) {
    return UNKNOWN;
  }
  const names = items.map((item) => text(at(item, "name")));
  return anyOf(
    ...recipes.map((recipe) => {
      const users = program.dependents(recipe, [LIFECYCLE], "resourceSelection");
      const own = text(at(recipe.declared, "name"));
      return (
        (users !== UNKNOWN && users.some(({ urn }) => urn === policy.urn)) ||
        (typeof own === "string" && names.includes(own))
      );
    }),
  );
}

/** Whether the pipeline has all the tags by which a policy selects: its images get them. */
function selectsTags(policy: Resource, pipeline: Resource): boolean | Unknown {
  const tags = get(policy, "resourceSelection.tagMap");
  const keys = typeof tags === "object" && tags !== null ? Object.keys(tags) : [];
  return tags === UNKNOWN
    ? UNKNOWN
    : keys.length > 0 && allOf(...keys.map((key) => hasTag(pipeline, key, text(at(tags, key)))));
}
