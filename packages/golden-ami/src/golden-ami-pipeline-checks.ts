import { Checks, checkPlace } from "@groundwork/core";
import { checkBuild } from "./build/build-checks";
import { checkDistributions } from "./distribution/distribution-checks";
import { type GoldenAmiPipelineArgs } from "./golden-ami-pipeline-args";
import { checkLifecycle } from "./lifecycle/lifecycle-checks";
import { checkRecipe } from "./recipe/recipe-checks";
import { checkImageTests } from "./tests/image-tests-checks";

/**
 * Checks a pipeline's arguments.
 *
 * @throws ConfigError with every mistake.
 */
export function checkGoldenAmiPipeline(name: string, args: GoldenAmiPipelineArgs): void {
  const checks = new Checks("GoldenAmiPipeline", name);
  checkPlace(checks, args.place);
  checkRecipe(checks, args);
  checkBuild(checks, args);
  checkImageTests(checks, args, args.tests);
  checkLifecycle(checks, args.lifecycle);
  checkDistributions(checks, args);
  checks.done();
}
