import type { Resource } from "./resource";
import { at, text, UNKNOWN, type Text, type Unknown } from "./reading";

/** Whether a resource's id can be this one. An id that is known already is in the resource's ARN; another may be its. */
export function canBe(resource: Resource, id: Text): boolean {
  if (typeof id !== "string") {
    return true;
  }
  const arn = text(at(resource.state, "arn"));
  return typeof arn === "string" && arn.endsWith(`/${id}`);
}

/**
 * The sources of an id that decide what it names: the one whose id it is, once it is known; before that every source,
 * because each may be the one.
 */
export function deciding(sources: Resource[], id: Text): Resource[] {
  return typeof id === "string" ? sources.filter((source) => canBe(source, id)) : sources;
}

/** What all the answers agree on. */
export function unanimous(answers: (boolean | Unknown)[]): boolean | Unknown {
  const [first = UNKNOWN] = answers;
  return answers.every((answer) => answer === first) ? first : UNKNOWN;
}
