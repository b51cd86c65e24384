import { AMI_NAME, AMI_NAME_ALLOWED, Checks, checkPlace, checkRootVolume, isPlain } from "@groundwork/core";
import { checkBuild } from "./build/build-checks";
import { checkDistributions } from "./distribution/distribution-checks";
import { type GoldenAmiPipelineArgs } from "./golden-ami-pipeline-args";
import { checkLifecycle } from "./lifecycle/lifecycle-checks";

/** The most components of one recipe, unless AWS raises the account's quota. */
const MAX_COMPONENTS = 20;

/** The longest component document that is passed inline, in characters. */
const MAX_DOCUMENT_LENGTH = 16_000;

const COMPONENT_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/**
 * Checks a pipeline's arguments.
 *
 * @throws ConfigError with every mistake.
 */
export function checkGoldenAmiPipeline(name: string, args: GoldenAmiPipelineArgs): void {
  const checks = new Checks("GoldenAmiPipeline", name);
  checkPlace(checks, args.place);
  checks.matches("amiName", args.amiName, AMI_NAME, AMI_NAME_ALLOWED, "pass a name like web");
  checkRootVolume(checks, args);
  checkBuild(checks, args);
  checkLifecycle(checks, args.lifecycle);
  checkComponents(checks, args);
  checkDistributions(checks, args);
  checks.done();
}

function checkComponents(checks: Checks, { components = [], managedComponentArns = [] }: GoldenAmiPipelineArgs): void {
  const [count, fewest] = isPlain(managedComponentArns)
    ? [components.length + managedComponentArns.length, 1]
    : [components.length, 0];
  checks.that(
    count >= fewest && count <= MAX_COMPONENTS,
    "components and managedComponentArns",
    `${count} components`,
    `1 to ${MAX_COMPONENTS} components in all`,
    "add one, or join some",
  );
  const names = components.map((component) => component.name);
  checks.different("components", names, "components of different names", "rename one");
  for (const [index, component] of components.entries()) {
    checks.matches(
      `components[${index}].name`,
      component.name,
      COMPONENT_NAME,
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
