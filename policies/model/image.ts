import { MALFORMED, UNKNOWN, type Text } from "./reading";

/** AMIs by what identifies them: their ids, or the parameters that hold their ids. */
export interface Catalogue {
  /** AMI ids. */
  amiIds: string[];
  /** Names or ARNs of SSM parameters, in which `*` stands for any text without a slash. */
  ssmParameters: string[];
}

/** A text as the name of an AMI. */
export type ImageName =
  | { kind: "id"; id: string }
  /** A reference that AWS resolves at each launch; `selector` pins a version or a label of the parameter. */
  | { kind: "parameter"; parameter: string; selector: string | undefined }
  | { kind: "other" };

const AMI_ID = /^ami-[0-9a-f]{8}(?:[0-9a-f]{9})?$/;
const SSM_REFERENCE = /^resolve:ssm:(arn:[a-z-]+:ssm:[a-z0-9-]+:\d{12}:parameter\/[\w./-]+|[\w./-]+)(?::([\w.-]+))?$/;

/** Reads the name of an AMI. */
export function imageName(value: string): ImageName {
  if (AMI_ID.test(value)) {
    return { kind: "id", id: value };
  }
  const [, parameter, selector] = SSM_REFERENCE.exec(value) ?? [];
  return parameter === undefined ? { kind: "other" } : { kind: "parameter", parameter, selector };
}

/** Whether a catalogue lists an AMI. */
export function lists(catalogue: Catalogue, image: ImageName): boolean {
  switch (image.kind) {
    case "id":
      return catalogue.amiIds.includes(image.id);
    case "parameter":
      return catalogue.ssmParameters.some((pattern) => matches(pattern, image.parameter));
    case "other":
      return false;
  }
}

/** Whether a catalogue lists the AMI that a field names. */
export function listsText(catalogue: Catalogue, value: Text): boolean {
  return value !== undefined && value !== UNKNOWN && value !== MALFORMED && lists(catalogue, imageName(value));
}

/** Matches a whole name, or a whole ARN: a pattern for names of this account never matches another account's ARN. */
function matches(pattern: string, parameter: string): boolean {
  const segments = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${segments.join("[^/]+")}$`).test(parameter);
}
