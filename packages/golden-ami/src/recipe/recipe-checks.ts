import { AMI_ID, AMI_NAME, AMI_NAME_ALLOWED, type Checks } from "@groundwork/core";
import { checkComponents } from "../components/component-checks";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";
import { imageTestsOf } from "../tests/image-tests";
import { checkBlockDevices } from "./block-devices";
import { Architecture, managedImageOf, OperatingSystem, Platform, systemOf } from "./operating-system";
import { checkParentName } from "./parent-names";
import { Hardening, type ParentImage, type RecipeArgs } from "./recipe-args";
import { checkVersion } from "./version-checks";

/** The most components of one recipe, unless AWS raises the account's quota. */
const MAX_COMPONENTS = 20;

/** An AMI's name that its recipe may have, too. */
const RECIPE_NAME = /^[a-z0-9][a-z0-9-]{2,62}$/;

/** The ways to name a parent, and what each looks like. */
const WAYS: { [way in Exclude<keyof ParentImage, "version">]-?: [pattern: RegExp, allowed: string, fix: string] } = {
  amiId: [AMI_ID, "an AMI id", "write it like ami-0a1b2c3d4e5f60718"],
  parameterName: [/^\/[\w./-]+$/, "a parameter's name that begins with a slash", "leave out ssm: before it"],
  managedImageName: [/^[a-z0-9-]+$/, "an image's name", "write it like amazon-linux-2023-x86"],
  goldenAmiName: [AMI_NAME, AMI_NAME_ALLOWED, "give the other pipeline's amiName"],
  imageArn: [/^arn:[\w-]+:imagebuilder:[^/]+:image\/[^/]+\/.+$/, "an image's ARN", "copy it from Image Builder"],
};

/** Records what is wrong with what an AMI is to be made of. */
export function checkRecipe(checks: Checks, args: GoldenAmiPipelineArgs): void {
  checks.matches(
    "amiName",
    args.amiName,
    RECIPE_NAME,
    "3 to 63 lower-case letters, digits and hyphens",
    "pass a name like web",
  );
  const known = checkSystem(checks, args);
  if (known) {
    checkParent(checks, args);
  }
  checks.oneOf("hardening", args.hardening, Object.values(Hardening));
  checkBlockDevices(checks, args);
  checks.matches(
    "userData",
    args.userData,
    /^[^]{1,16384}$/,
    "1 to 16384 characters",
    "leave it out, or fetch what is long from S3",
  );
  checks.matches(
    "workingDirectory",
    args.workingDirectory,
    /^(\/|[A-Za-z]:\\)/,
    "an absolute path",
    "write it like /tmp or C:\\temp",
  );
  checkCount(checks, args);
  if (known) {
    checkComponents(checks, args);
  }
}

/** Records what is wrong with operating system and architecture; whether both are known. */
function checkSystem(checks: Checks, { operatingSystem, architecture }: RecipeArgs): boolean {
  const known = [
    checks.oneOf("operatingSystem", operatingSystem, Object.values(OperatingSystem)),
    checks.oneOf("architecture", architecture, Object.values(Architecture)),
  ].every(Boolean);
  if (known) {
    const { name, platform } = systemOf({ ...(operatingSystem && { operatingSystem }) });
    checks.that(
      platform !== Platform.Windows || architecture !== Architecture.Arm,
      "architecture",
      architecture,
      `"${Architecture.X86}" for ${name}`,
      "leave it out",
    );
  }
  return known;
}

function checkParent(checks: Checks, args: RecipeArgs): void {
  const { version, ...ways } = args.parent ?? {};
  if (args.parent === undefined) {
    checkRootSize(checks, args);
    checks.that(
      managedImageOf(args) !== undefined || systemOf(args).platform === Platform.Windows,
      "parent",
      undefined,
      `given for ${systemOf(args).name}, of which AWS has no image in every Region`,
      "name an AMI, a parameter or an image",
    );
    return;
  }
  const given = (Object.keys(WAYS) as (keyof typeof WAYS)[]).filter((way) => ways[way] !== undefined);
  checks.that(
    given.length === 1,
    "parent",
    args.parent,
    `one of ${Object.keys(WAYS).join(", ")}`,
    "name one, or leave parent out for the operating system's newest image",
  );
  for (const way of given) {
    const field = `parent.${way}`;
    if (checks.matches(field, ways[way], ...WAYS[way]) && ["parameterName", "managedImageName"].includes(way)) {
      checkParentName(checks, field, ways[way], args);
    }
  }
  checkVersion(checks, "parent.version", version);
  if (ways.managedImageName === undefined && ways.goldenAmiName === undefined) {
    checks.leftOut("parent.version", version, "but with managedImageName or goldenAmiName", "remove it");
  }
  checks.that(
    ways.goldenAmiName !== args.amiName,
    "parent.goldenAmiName",
    ways.goldenAmiName,
    "another golden AMI than this one",
    "name the one that it builds on",
  );
}

/** EC2 refuses a volume that is smaller than what it is made of, an hour into the build. */
function checkRootSize(checks: Checks, args: RecipeArgs): void {
  const { name, rootVolumeSizeGiB: smallest } = systemOf(args);
  const size: unknown = args.rootVolumeSizeGiB;
  checks.that(
    typeof size !== "number" || size >= smallest,
    "rootVolumeSizeGiB",
    size,
    `at least ${smallest} GiB, as the image of ${name} has`,
    "raise it, or leave it out",
  );
}

function checkCount(checks: Checks, args: GoldenAmiPipelineArgs): void {
  const { components = [], updateOperatingSystem = true, cloudWatchAgent, hardening, tests } = args;
  const ready = [updateOperatingSystem, cloudWatchAgent, hardening, imageTestsOf(tests).length > 0];
  const count = components.length + ready.filter(Boolean).length;
  checks.that(
    count >= 1 && count <= MAX_COMPONENTS,
    "components",
    `${count} components`,
    `1 to ${MAX_COMPONENTS} components, with updates, agent, hardening and tests`,
    "add one, or join some",
  );
}
