import { imageInParameter } from "@groundwork/core/src/golden-ami";
import type { ApprovalConfig } from "./approval-config";
import { entriesOf, isOver } from "./catalogue";
import type { ImageName } from "./image";

/** How many of the approved AMIs a message names. */
const NAMED_AT_MOST = 4;

export function undecided(image: ImageName | undefined): string {
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
export function describe(image: ImageName | undefined, config: ApprovalConfig): string {
  switch (image?.kind) {
    case "id":
      return `${image.id}, ${whyNot(image.id, config)}`;
    case "parameter":
      return `the AMI in the parameter ${image.parameter}, which is not approved`;
    case "image":
      return `the image ${image.name} of ${image.owner}, which is not approved`;
    default:
      return "neither an AMI id nor a reference of the form resolve:ssm:<parameter>";
  }
}

function whyNot(id: string, config: ApprovalConfig): string {
  const [entry] = entriesOf(config, id);
  if (entry === undefined) {
    return "which is not approved";
  }
  return isOver(entry.expires)
    ? `whose approval ended on ${entry.expires}`
    : `which is approved in ${entry.region} and the account ${entry.accountId}, but not here`;
}

export function approvedNames(config: ApprovalConfig, more: string[] = []): string {
  const listed = config.catalogue.filter(({ expires }) => !isOver(expires)).map(({ id }) => id);
  const names = [
    ...more,
    ...config.approvedSsmParameters.map(imageInParameter),
    ...config.approvedAmiIds,
    ...new Set(listed),
  ];
  if (names.length === 0) {
    return "the rule's configuration lists none in approvedSsmParameters, approvedAmiIds or catalogue";
  }
  const rest = names.length - NAMED_AT_MOST;
  return `${names.slice(0, NAMED_AT_MOST).join(", ")}${rest > 0 ? ` or one of ${rest} more` : ""}`;
}
