import { Checks } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "./golden-ami-pipeline";

/** The most components of one recipe, unless AWS raises the account's quota. */
const MAX_COMPONENTS = 20;

/** The longest component document that is passed inline, in characters. */
const MAX_DOCUMENT_LENGTH = 16_000;

/** The largest gp3 volume, in GiB. */
const LARGEST_VOLUME_GIB = 65_536;

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const SCHEDULE = /^(cron|rate)\(.+\)$/;

/**
 * Checks a pipeline's arguments.
 *
 * @throws ConfigError with every mistake.
 */
export function checkGoldenAmiPipeline(name: string, args: GoldenAmiPipelineArgs): void {
  const checks = new Checks("GoldenAmiPipeline", name);
  checks.accountId("accountId", args.accountId);
  checks.that(
    NAME.test(args.amiName),
    "amiName",
    args.amiName,
    "up to 63 lower-case letters, digits and hyphens",
    "pass a name like web",
  );
  checks.range("rootVolumeSizeGiB", args.rootVolumeSizeGiB, 1, LARGEST_VOLUME_GIB, "GiB");
  checks.that(
    args.schedule === undefined || SCHEDULE.test(args.schedule),
    "schedule",
    args.schedule,
    "a cron or rate expression",
    "write it like cron(0 4 ? * sun *)",
  );
  checkComponents(checks, args);
  checks.done();
}

function checkComponents(checks: Checks, args: GoldenAmiPipelineArgs): void {
  const components = args.components ?? [];
  const count = components.length + (args.managedComponentArns?.length ?? 0);
  checks.that(
    count >= 1 && count <= MAX_COMPONENTS,
    "components and managedComponentArns",
    `${count} components`,
    `1 to ${MAX_COMPONENTS} components in all`,
    "add one, or join some",
  );
  const names = components.map((component) => component.name);
  checks.that(new Set(names).size === names.length, "components", names, "components of different names", "rename one");
  for (const [index, component] of components.entries()) {
    checks.that(
      NAME.test(component.name),
      `components[${index}].name`,
      component.name,
      "up to 63 lower-case letters, digits and hyphens",
      "pass a name like hardening",
    );
    checks.that(
      component.document.length <= MAX_DOCUMENT_LENGTH,
      `components[${index}].document`,
      `${component.document.length} characters`,
      `at most ${MAX_DOCUMENT_LENGTH} characters`,
      "split the component",
    );
  }
}
