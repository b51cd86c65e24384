/** The type of the resource that stands for the stack itself. */
export const STACK_TYPE = "pulumi:pulumi:Stack";

/** The beginning of a provider resource's type; the package's name follows. */
const PROVIDER_PREFIX = "pulumi:providers:";

export function isProviderType(type: string): boolean {
  return type.startsWith(PROVIDER_PREFIX);
}

export function providerType(pkg: string): string {
  return `${PROVIDER_PREFIX}${pkg}`;
}

/** The package that a type or function token belongs to: `aws` of `aws:ec2/instance:Instance`. */
export function packageOf(token: string): string {
  if (isProviderType(token)) {
    return token.slice(PROVIDER_PREFIX.length).split("/")[0] ?? "";
  }
  return token.split(":")[0] ?? "";
}

/** The types of a resource's parents and its own, joined by `$`: the third part of its URN. */
function qualifiedType(urn: string): string {
  return urn.split("::")[2] ?? "";
}

export function typeOf(urn: string): string {
  return qualifiedType(urn).split("$").pop() ?? "";
}

/** A resource's name, which may itself hold `::`. */
export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/**
 * The URN that the engine gives a resource.
 *
 * @see https://www.pulumi.com/docs/iac/concepts/resources/names/#urns
 */
export function makeUrn(stack: string, project: string, parent: string, type: string, name: string): string {
  const parentType = parent === "" ? "" : qualifiedType(parent);
  const prefix = parentType === "" || parentType === STACK_TYPE ? "" : `${parentType}$`;
  return `urn:pulumi:${stack}::${project}::${prefix}${type}::${name}`;
}

/** Whether a text has a URN's shape. */
export function isUrn(text: string): boolean {
  return /^urn:pulumi:[^:]*::[^:]*::.+?::/.test(text);
}
