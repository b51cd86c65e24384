import { imageInParameter } from "@groundwork/core/src/golden-ami";
import { canBe } from "./evidence";
import { imageName, lists, type Catalogue, type ImageName } from "./image";
import type { Program } from "./program";
import type { Resource } from "./resource";
import { at, list, MALFORMED, text, UNKNOWN, type Text, type Unknown } from "./reading";
import { AwsType } from "./types";
import { fail, pass, unknown, type Fact } from "./verdict";

/** The AMIs that may be launched. */
export interface ApprovalConfig {
  approvedAmiIds: string[];
  approvedSsmParameters: string[];
  allowParameterVersions: boolean;
}

/** The types whose resources can show that an AMI is approved. */
export const APPROVAL_EVIDENCE: string[] = [AwsType.AmiCopy, AwsType.Image];

/** How many of the approved AMIs a message names. */
const NAMED_AT_MOST = 4;

/**
 * Judges the AMI that a field names. An AMI is approved if the catalogue lists it, if Image Builder makes it in the same
 * program, or if it is a copy of an approved one.
 */
export function judgeApproval(
  resource: Resource,
  field: string,
  value: string | Unknown,
  config: ApprovalConfig,
  program: Program,
): Fact {
  const catalogue = { amiIds: config.approvedAmiIds, ssmParameters: config.approvedSsmParameters };
  const image = value === UNKNOWN ? undefined : imageName(value);
  if (image !== undefined && lists(catalogue, image)) {
    return image.kind === "parameter" && image.selector !== undefined && !config.allowParameterVersions
      ? fail(
          field,
          `${field} pins "${image.selector}" of an approved parameter, so that no approval moves it; ${ALONE}`,
        )
      : pass(field);
  }
  const change = `launch an approved AMI: ${approvedNames(catalogue)}.`;
  switch (isMadeHere(resource, field, value, catalogue, program)) {
    case true:
      return pass(field);
    case UNKNOWN:
      return unknown(field, `${field} is known only at deployment, and nothing shows that it is approved; ${change}`);
    case false:
      return fail(field, `${field} is ${describe(image)}; ${change}`);
  }
}

const ALONE = "name the parameter alone.";

/** Whether the program itself makes the AMI, from what is approved. An AMI that is known can be shown not to be. */
function isMadeHere(
  resource: Resource,
  field: string,
  value: string | Unknown,
  catalogue: Catalogue,
  program: Program,
): boolean | Unknown {
  const sources = program.sources(resource, field, APPROVAL_EVIDENCE);
  if (sources === UNKNOWN) {
    return UNKNOWN;
  }
  const makers = sources.filter((source) => makes(source, value));
  const approved = makers.length > 0 && makers.every((maker) => isApprovedMaker(maker, catalogue, program));
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

function isApprovedMaker(maker: Resource, catalogue: Catalogue, program: Program): boolean {
  if (maker.type === AwsType.Image) {
    return true;
  }
  const original = text(at(maker.declared, "sourceAmiId"));
  if (original === undefined || original === MALFORMED) {
    return false;
  }
  const isListed = original !== UNKNOWN && lists(catalogue, imageName(original));
  return isListed || isMadeHere(maker, "sourceAmiId", original, catalogue, program) === true;
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
