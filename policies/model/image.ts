import { anyOf } from "./facts";
import { isAt, type Place } from "./place";
import type { Program } from "./program";
import { at, text, type Text, type Unknown } from "./reading";
import type { Resource } from "./resource";
import { AwsType } from "./types";

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
  /** An image of Image Builder, which only a recipe takes. */
  | { kind: "image"; name: string; owner: string }
  | { kind: "other" };

const AMI_ID = /^ami-[0-9a-f]{8}(?:[0-9a-f]{9})?$/;
const SSM_REFERENCE = /^resolve:ssm:(arn:[a-z-]+:ssm:[a-z0-9-]+:\d{12}:parameter\/[\w./-]+|[\w./-]+)(?::([\w.-]+))?$/;

const IMAGE_ARN = /^arn:[a-z-]+:imagebuilder:[a-z0-9-]+:(aws|\d{12}):image\/([\w-]+)\/[\w./-]+$/;

/** Reads the name of an AMI. */
export function imageName(value: string): ImageName {
  if (AMI_ID.test(value)) {
    return { kind: "id", id: value };
  }
  const [, parameter, selector] = SSM_REFERENCE.exec(value) ?? [];
  if (parameter !== undefined) {
    return { kind: "parameter", parameter, selector };
  }
  const [, owner, name] = IMAGE_ARN.exec(value) ?? [];
  return owner === undefined || name === undefined ? { kind: "other" } : { kind: "image", name, owner };
}

/** The parent image of a recipe; Image Builder's form of a parameter reads as everybody else's. */
export function parentImage(recipe: Resource): Text {
  const parent = text(at(recipe.declared, "parentImage"));
  return typeof parent === "string" ? parent.replace(/^ssm:/, "resolve:ssm:") : parent;
}

/** Whether a catalogue lists an AMI for a resource; unknown where it lists it for a Region, and the resource's is. */
export function lists(catalogue: Catalogue, image: ImageName, resource: Resource): boolean | Unknown {
  switch (image.kind) {
    case "id":
      return listsId(catalogue.amiIds, image.id, resource);
    case "parameter":
      return catalogue.ssmParameters.some((pattern) => matches(pattern, image.parameter));
    default:
      return false;
  }
}

/** Whether a list names an id: everywhere, or in the resource's Region or account. */
export function listsId(ids: string[], id: string, resource: Resource): boolean | Unknown {
  const places = ids.flatMap((item) => (item === id || item.endsWith(`/${id}`) ? [item.slice(0, -id.length)] : []));
  return anyOf(...places.map((place) => isAt(placeIn(place), resource)));
}

/** The place before an AMI id: `eu-west-1/`, or `111122223333/eu-west-1/`. */
function placeIn(text: string): Place {
  const [region, accountId] = text.split("/").reverse().slice(1);
  return { ...(region !== undefined && { region }), ...(accountId !== undefined && { accountId }) };
}

/** Whether a catalogue lists the AMI that a field names. */
export function listsText(catalogue: Catalogue, value: Text, resource: Resource): boolean | Unknown {
  return typeof value === "string" && lists(catalogue, imageName(value), resource);
}

/**
 * The SSM parameters of the program itself that hold the AMI which a field names: what a program writes into an approved
 * place is no more approved than it was before.
 */
export function parametersOf(value: Text, program: Program): Resource[] {
  const image = typeof value === "string" ? imageName(value) : undefined;
  if (image?.kind !== "parameter") {
    return [];
  }
  const wanted = bare(image.parameter);
  return program.known([AwsType.Parameter]).filter((parameter) => {
    const name = text(at(parameter.declared, "name"));
    return typeof name === "string" && bare(name) === wanted;
  });
}

/** The input that holds a parameter's value: one of them hides it in previews, the other does not. */
export function valueInput(parameter: Resource): string {
  return at(parameter.declared, "insecureValue") === undefined ? "value" : "insecureValue";
}

/** A parameter's name without its ARN, and without the slash that AWS leaves out there. */
function bare(parameter: string): string {
  return parameter.replace(/^arn:[^/]*:parameter\//, "").replace(/^\//, "");
}

/** Matches a whole name, or a whole ARN: a pattern for names of this account never matches another account's ARN. */
export function matches(pattern: string, parameter: string): boolean {
  const segments = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${segments.join("[^/]+")}$`).test(parameter);
}
