import { imageInParameter } from "@groundwork/core/src/golden-ami";
import { canBe } from "./evidence";
import { imageName, lists, matches, parametersOf, parentImage, type Catalogue, type ImageName } from "./image";
import type { Program } from "./program";
import { at, list, text, UNKNOWN, type Text, type Unknown } from "./reading";
import type { Resource } from "./resource";
import { AwsType } from "./types";
import { fail, pass, unknown, type Fact } from "./verdict";

/** The AMIs that may be launched. */
export interface ApprovalConfig {
  approvedAmiIds: string[];
  approvedSsmParameters: string[];
  approvedParentImages: string[];
  allowParameterVersions: boolean;
}

/** The types whose resources can show that an AMI is approved, or is not. */
export const APPROVAL_EVIDENCE: string[] = [AwsType.AmiCopy, AwsType.Image, AwsType.ImageRecipe, AwsType.Parameter];

/** The types whose resources make an AMI. */
const MAKERS: string[] = [AwsType.AmiCopy, AwsType.Image];

/** How many of the approved AMIs a message names. */
const NAMED_AT_MOST = 4;

/**
 * Judges the AMI that a field names. An AMI is approved if the catalogue lists it, if Image Builder makes it in the same
 * program of an approved parent, or if it is a copy of an approved one.
 */
export function judgeApproval(
  resource: Resource,
  field: string,
  value: string | Unknown,
  config: ApprovalConfig,
  program: Program,
): Fact {
  const image = value === UNKNOWN ? undefined : imageName(value);
  const approved = isApproved(resource, field, value, config, program);
  if (approved === true) {
    return image?.kind === "parameter" && image.selector !== undefined && !config.allowParameterVersions
      ? fail(
          field,
          `${field} pins a version or a label of an approved parameter, so that no approval moves it; ${ALONE}`,
        )
      : pass(field);
  }
  const change = `launch an approved AMI: ${approvedNames(catalogueOf(config))}.`;
  return approved === UNKNOWN
    ? unknown(field, `${field} is ${undecided(image)}, and nothing shows that it is approved; ${change}`)
    : fail(field, `${field} is ${describe(image)}; ${change}`);
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
    return every(parameters.map((parameter) => isApprovedField(parameter, "value", config, program)));
  }
  const listed = typeof value === "string" && lists(catalogueOf(config), imageName(value), resource);
  return listed === false ? isMadeHere(resource, field, value, config, program) : listed;
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
  return maker.type !== AwsType.AmiCopy || image?.kind !== "id" || lists(catalogueOf(config), image, maker) !== false;
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
    config.approvedParentImages.some((pattern) => matches(pattern, parent)) ||
    isApproved(recipe, "parentImage", parent, config, program)
  );
}

function every(answers: (boolean | Unknown)[]): boolean | Unknown {
  return answers.includes(false) ? false : answers.includes(UNKNOWN) ? UNKNOWN : true;
}

function undecided(image: ImageName | undefined): string {
  switch (image?.kind) {
    case "id":
      return image.id;
    case "parameter":
      return "in a parameter of the program";
    default:
      return "known only at deployment";
  }
}

/** What a field names. Only what has the form of an AMI's name is quoted: anything else may be a secret gone astray. */
function describe(image: ImageName | undefined): string {
  switch (image?.kind) {
    case "id":
      return `${image.id}, which is not approved`;
    case "parameter":
      return `the AMI in the parameter ${image.parameter}, which is not approved`;
    default:
      return "neither an AMI id nor a reference of the form resolve:ssm:<parameter>";
  }
}

function approvedNames({ ssmParameters, amiIds }: Catalogue): string {
  const names = [...ssmParameters.map(imageInParameter), ...amiIds];
  if (names.length === 0) {
    return "the rule's configuration lists none in approvedSsmParameters or approvedAmiIds";
  }
  const rest = names.length - NAMED_AT_MOST;
  return `${names.slice(0, NAMED_AT_MOST).join(", ")}${rest > 0 ? ` or one of ${rest} more` : ""}`;
}
