import type { ApprovalConfig } from "./approval-config";
import { approvedNames, describe, undecided } from "./approval-messages";
import { approves } from "./catalogue";
import { canBe } from "./evidence";
import { anyOf } from "./facts";
import {
  imageName,
  lists,
  matches,
  parametersOf,
  parentImage,
  valueInput,
  type Catalogue,
  type ImageName,
} from "./image";
import { launchOf } from "./launch";
import { templateOf } from "./launch/template";
import type { Program } from "./program";
import { at, list, MALFORMED, text, UNKNOWN, type Text, type Unknown } from "./reading";
import type { Resource } from "./resource";
import { AwsType } from "./types";
import { fail, pass, unknown, type Fact, type Facts } from "./verdict";

/** The types whose resources can show that an AMI is approved, or is not. */
export const APPROVAL_EVIDENCE: string[] = [AwsType.AmiCopy, AwsType.Image, AwsType.ImageRecipe, AwsType.Parameter];

/** The types whose resources make an AMI. */
const MAKERS: string[] = [AwsType.AmiCopy, AwsType.Image];

/**
 * Judges the AMI that a field names. An AMI is approved if the catalogue lists it, if Image Builder makes it in the same
 * program of an approved parent, or if it is a copy of an approved one.
 */
export function judgeApproval(
  resource: Resource,
  { field, input = field }: { field: string; input?: string },
  value: Exclude<Text, undefined>,
  config: ApprovalConfig,
  program: Program,
): Fact {
  if (value === MALFORMED) {
    return fail(field, `${field} is not a text; name an AMI.`);
  }
  const image = value === UNKNOWN ? undefined : imageName(value);
  const approved = isApproved(resource, input, value, config, program);
  if (
    approved === true &&
    image?.kind === "parameter" &&
    image.selector !== undefined &&
    !config.allowParameterVersions
  ) {
    return fail(
      field,
      `${field} pins a version or a label of an approved parameter, so that no approval moves it; ${ALONE}`,
    );
  }
  return judged(field, value, approved, `launch an approved AMI: ${approvedNames(config)}.`, config);
}

/** Judges the parent image of a recipe for AMIs. */
export function judgeParent(recipe: Resource, config: ApprovalConfig, program: Program): Fact {
  const field = "parentImage";
  const value = parentImage(recipe);
  if (value === undefined || value === MALFORMED) {
    return fail(field, `${field} is ${value === undefined ? "not set" : "not a text"}; name an approved image.`);
  }
  const change = `build on an approved image: ${approvedNames(config, config.approvedParentImages)}.`;
  return judged(field, value, isApprovedParent(recipe, config, program), change, config);
}

function judged(
  field: string,
  value: string | Unknown,
  approved: boolean | Unknown,
  change: string,
  config: ApprovalConfig,
): Fact {
  if (approved === true) {
    return pass(field);
  }
  const image = value === UNKNOWN ? undefined : imageName(value);
  return approved === UNKNOWN
    ? unknown(field, `${field} is ${undecided(image)}, and nothing shows that it is approved; ${change}`)
    : fail(field, `${field} is ${describe(image, config)}; ${change}`);
}

const ALONE = "name the parameter alone.";

function catalogueOf(config: ApprovalConfig): Catalogue {
  return { amiIds: config.approvedAmiIds, ssmParameters: config.approvedSsmParameters };
}

/** Whether an AMI is in the catalogue, or the program makes it of what is. One that is known can be shown not to be. */
function isApproved(
  resource: Resource,
  field: string,
  value: string | Unknown,
  config: ApprovalConfig,
  program: Program,
): boolean | Unknown {
  if (resource.type === AwsType.Parameter && typeof value === "string" && imageName(value).kind !== "id") {
    return false;
  }
  const parameters = parametersOf(value, program);
  if (parameters.length > 0) {
    return every(parameters.map((parameter) => isApprovedField(parameter, valueInput(parameter), config, program)));
  }
  const listed = typeof value === "string" && isListed(imageName(value), placeOfSource(resource), config);
  return listed === false ? isMadeHere(resource, field, value, config, program) : listed;
}

/** A copy's source may be in another Region than the copy. */
function placeOfSource(resource: Resource): Resource {
  const region = at(resource.declared, "sourceAmiRegion");
  return resource.type === AwsType.AmiCopy ? { ...resource, declared: { region } } : resource;
}

/** Whether the configuration names an AMI, by its id, its parameter or its entry in the catalogue. */
function isListed(image: ImageName, resource: Resource, config: ApprovalConfig): boolean | Unknown {
  return anyOf(
    lists(catalogueOf(config), image, resource),
    image.kind === "id" && approves(config, image.id, resource),
  );
}

/** Judges what an AMI is copied from, or the instance that it is an image of. */
export function judgeOrigin(ami: Resource, config: ApprovalConfig, program: Program): Facts {
  const field = ami.type === AwsType.AmiCopy ? "sourceAmiId" : "sourceInstanceId";
  const value = text(at(ami.declared, field));
  if (ami.type === AwsType.AmiCopy) {
    return value === undefined ? [] : judgeApproval(ami, { field }, value, config, program);
  }
  const instances = program.sources(ami, field, [AwsType.Instance]);
  const answers = instances === UNKNOWN ? [] : instances.map((instance) => launchesApproved(instance, config, program));
  const change = `make it of an instance of an approved AMI: ${approvedNames(config)}.`;
  switch (answers.length === 0 ? UNKNOWN : every(answers)) {
    case true:
      return pass(field);
    case false:
      return fail(field, `the instance in ${field} is not of an approved AMI; ${change}`);
    default:
      return unknown(field, `nothing shows that the instance in ${field} is of an approved AMI; ${change}`);
  }
}

/** Whether an instance is of an approved AMI: its own, or its launch template's. */
function launchesApproved(instance: Resource, config: ApprovalConfig, program: Program): boolean | Unknown {
  if (instance.type !== AwsType.Instance) {
    return UNKNOWN;
  }
  const launch = launchOf(instance.type, instance.declared);
  const template = launch.image.value === undefined ? templateOf(instance, launch, program) : undefined;
  return template === UNKNOWN
    ? UNKNOWN
    : template === undefined
      ? isApprovedField(instance, "ami", config, program)
      : isApprovedField(template, "imageId", config, program);
}

/** Whether the AMI that a field of another resource names is approved. */
function isApprovedField(
  resource: Resource,
  field: string,
  config: ApprovalConfig,
  program: Program,
): boolean | Unknown {
  const value = text(at(resource.declared, field));
  return (typeof value === "string" || value === UNKNOWN) && isApproved(resource, field, value, config, program);
}

/** Whether the program itself makes the AMI, from what is approved: every source of an id that is not known must. */
function isMadeHere(
  resource: Resource,
  field: string,
  value: string | Unknown,
  config: ApprovalConfig,
  program: Program,
): boolean | Unknown {
  const sources = program.sources(resource, field, MAKERS);
  if (sources === UNKNOWN) {
    // An id that is known can be an approved AMI's only if one of the makers so far begins with what is approved.
    return value === UNKNOWN || program.known(MAKERS).some((maker) => mayBeginApproved(maker, config))
      ? UNKNOWN
      : false;
  }
  const makers = value === UNKNOWN ? sources : sources.filter((source) => makes(source, value));
  const approved = makers.length > 0 && makers.every((maker) => isApprovedMaker(maker, config, program) === true);
  return approved || (value === UNKNOWN ? UNKNOWN : false);
}

/** Whether a resource makes an AMI, and can have made this one. */
function makes(resource: Resource, id: Text): boolean {
  switch (resource.type) {
    case AwsType.AmiCopy:
      return canBe(resource, id);
    case AwsType.Image:
      return typeof id !== "string" || builtAmis(resource).includes(id);
    default:
      return false;
  }
}

function builtAmis(image: Resource): unknown[] {
  const each = (value: unknown) => [list(value)].filter((items) => items !== UNKNOWN).flat();
  return each(at(image.state, "outputResources"))
    .flatMap((output) => each(at(output, "amis")))
    .map((ami) => at(ami, "image"));
}

function isApprovedMaker(maker: Resource, config: ApprovalConfig, program: Program): boolean | Unknown {
  switch (maker.type) {
    case AwsType.AmiCopy:
      return isApprovedField(maker, "sourceAmiId", config, program);
    case AwsType.Image:
      return hasApprovedParent(maker, config, program);
    default:
      return UNKNOWN;
  }
}

/** Whether a maker may begin with an approved AMI, and not with one that it names and that the catalogue does not. */
function mayBeginApproved(maker: Resource, config: ApprovalConfig): boolean {
  const original = text(at(maker.declared, "sourceAmiId"));
  const image = typeof original === "string" ? imageName(original) : undefined;
  return (
    maker.type !== AwsType.AmiCopy || image?.kind !== "id" || isListed(image, placeOfSource(maker), config) !== false
  );
}

/** Whether Image Builder makes an image of an approved parent, by a recipe of the program. */
function hasApprovedParent(image: Resource, config: ApprovalConfig, program: Program): boolean | Unknown {
  const recipes = program.sources(image, "imageRecipeArn", [AwsType.ImageRecipe]);
  return recipes === UNKNOWN || recipes.length === 0
    ? UNKNOWN
    : every(
        recipes.map((recipe) =>
          recipe.type === AwsType.ImageRecipe ? isApprovedParent(recipe, config, program) : UNKNOWN,
        ),
      );
}

function isApprovedParent(recipe: Resource, config: ApprovalConfig, program: Program): boolean | Unknown {
  const parent = parentImage(recipe);
  if (parent === UNKNOWN || typeof parent !== "string") {
    return parent === UNKNOWN ? isMadeHere(recipe, "parentImage", UNKNOWN, config, program) : false;
  }
  return (
    config.approvedParentImages.some((pattern) => matches(pattern, parent.replace(/^resolve:ssm:/, "ssm:"))) ||
    isApproved(recipe, "parentImage", parent, config, program)
  );
}

function every(answers: (boolean | Unknown)[]): boolean | Unknown {
  return answers.includes(false) ? false : answers.includes(UNKNOWN) ? UNKNOWN : true;
}
