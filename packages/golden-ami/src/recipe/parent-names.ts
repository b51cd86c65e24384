import { type Checks } from "@groundwork/core";
import { Architecture, DEFAULT_ARCHITECTURE, DEFAULT_OPERATING_SYSTEM, OperatingSystem } from "./operating-system";
import { type RecipeArgs } from "./recipe-args";

/** How the names of images and of AWS's public parameters call an operating system. */
const SYSTEMS: { [operatingSystem in OperatingSystem]: RegExp } = {
  [OperatingSystem.AmazonLinux2023]: /amazon-linux|amzn|al2023/i,
  [OperatingSystem.Ubuntu2404]: /ubuntu|canonical/i,
  [OperatingSystem.RedHatEnterpriseLinux9]: /red-hat|rhel/i,
  [OperatingSystem.WindowsServer2022]: /windows/i,
  [OperatingSystem.WindowsServer2025]: /windows/i,
};

/** How they call a processor. */
const ARCHITECTURES: { [architecture in Architecture]: RegExp } = {
  [Architecture.X86]: /x86|amd64/i,
  [Architecture.Arm]: /arm64|aarch64/i,
};

/**
 * Refuses a parent whose name tells of another operating system or processor. Its root device would have another name, so that the
 * root volume stayed as it is, unencrypted, and an empty one came beside it.
 */
export function checkParentName(
  checks: Checks,
  field: string,
  name: unknown,
  { operatingSystem = DEFAULT_OPERATING_SYSTEM, architecture = DEFAULT_ARCHITECTURE }: RecipeArgs,
): void {
  contradicts(checks, field, name, SYSTEMS, operatingSystem, "operatingSystem");
  contradicts(checks, field, name, ARCHITECTURES, architecture, "architecture");
}

function contradicts<K extends string>(
  checks: Checks,
  field: string,
  name: unknown,
  patterns: Record<K, RegExp>,
  said: K,
  argument: string,
): void {
  if (typeof name !== "string" || patterns[said].test(name)) {
    return;
  }
  const [other] = Object.entries<RegExp>(patterns).find(([, pattern]) => pattern.test(name)) ?? [];
  checks.that(
    other === undefined,
    field,
    name,
    `a parent whose ${argument} is "${said}"`,
    `set ${argument} to that of the parent, or name another parent`,
  );
}
