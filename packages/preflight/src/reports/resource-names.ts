import { type ResourceReport, type StackReport } from "../document";
import { cleanLine } from "./text";

/**
 * A type token as Pulumi's own CLI shortens it, and without the module `index` that says nothing:
 * `aws:ec2/vpc:Vpc` is `aws:ec2:Vpc` and `network:index:Network` is `network:Network`.
 */
export function shortType(type: string): string {
  const parts = cleanLine(type).split(":");
  const [pkg, module, member] = parts;
  if (parts.length !== 3 || pkg === undefined || module === undefined || member === undefined || member === "") {
    return parts.join(":");
  }
  const file = member.charAt(0).toLowerCase() + member.slice(1);
  const folder = module.endsWith(`/${file}`) ? module.slice(0, -file.length - 1) : module;
  return folder === "index" ? `${pkg}:${member}` : `${pkg}:${folder}:${member}`;
}

/** What a preview says will happen to a resource. */
export function operation(resource: ResourceReport): "create" | "read" {
  return resource.external ? "read" : "create";
}

/** Names a URN as the tree does, by short type and name; a URN that is none stands as it is. */
export function describeUrn(urn: string): string {
  const [, , types, ...name] = urn.split("::");
  if (types === undefined || name.length === 0) {
    return cleanLine(urn);
  }
  const type = types.slice(types.lastIndexOf("$") + 1);
  return `${shortType(type)} ${cleanLine(name.join("::"))}`;
}

/** The stack's name as people say it, with its project. */
export function stackTitle(stack: StackReport): string {
  return `${cleanLine(stack.project)}/${cleanLine(stack.stack)}`;
}
