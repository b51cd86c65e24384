/** What a preview says of a resource that does not depend on where it ran. */
export interface PreviewedResource {
  urn: string;
  inputs: unknown;
}

/** The parts of preflight's document that are read here. */
interface Document {
  stacks: { resources: PreviewedResource[]; violations: { policy: string; level: string; urn: string }[] }[];
}

/** The resources of preflight's document of one stack, in the order of their URNs: that of their registration varies. */
export function resourcesOf(document: string): PreviewedResource[] {
  const resources = parsed(document).stacks.flatMap((stack) => stack.resources);
  return resources.map(({ urn, inputs }) => ({ urn, inputs })).sort((a, b) => (a.urn < b.urn ? -1 : 1));
}

/** The policies that stop a preview, each with the name of the resource that breaks it. */
export function stoppedBy(document: string): [string, string][] {
  const violations = parsed(document).stacks.flatMap((stack) => stack.violations);
  const mandatory = violations.filter(({ level }) => level === "mandatory");
  return mandatory.map(({ policy, urn }) => [policy, urn.slice(urn.lastIndexOf("::") + 2)]);
}

function parsed(document: string): Document {
  // A bundled function names the folders that it was bundled from.
  const withoutCode = (key: string, value: unknown): unknown => (key === "index.js" ? "bundled" : value);
  return JSON.parse(document, withoutCode) as Document;
}
