import { type Tags } from "@groundwork/core";
import { type BuildInfrastructure } from "./build/infrastructure-args";
import { type BuildLogs } from "./build/logs-args";
import { type BuildNotifications } from "./build/notifications-args";
import { type BuildSchedule } from "./build/schedule-args";
import { type BuildTests } from "./build/tests-args";
import { type ApprovalGate, type BuildWorkflow } from "./build/workflow-args";
import { type ImageDistribution } from "./distribution/distribution-args";
import { type ImageLifecycle } from "./lifecycle/lifecycle-args";
import { type RecipeArgs } from "./recipe/recipe-args";

/** The arguments of {@link GoldenAmiPipeline}. */
export interface GoldenAmiPipelineArgs extends RecipeArgs {
  /**
   * What each Region gets of the AMI, the Region that builds among them: copies, launch permissions, parameters. Plain, because the
   * role that distributes may do what is said here and no more.
   *
   * @default - the Region that builds, for its own account
   */
  distributions?: ImageDistribution[];

  /**
   * The instances that AMIs are built and tested on: their network, their role, their kind.
   *
   * @default - an `m7i.large`, or an `m7g.large` for `Architecture.Arm`, in a network of its own
   */
  infrastructure?: BuildInfrastructure;

  /**
   * How an AMI is tested before it is distributed.
   *
   * @default - for at most an hour, with a scan for vulnerabilities
   */
  tests?: BuildTests;

  /**
   * Workflows that build and test instead of AWS's own, in their order. Plain, because each is a resource of its own.
   *
   * @default - AWS's own `build-image` and `test-image`
   */
  workflows?: BuildWorkflow[];

  /**
   * Has a build wait, after its tests, until somebody approves it: nothing is shared, copied or written before. Plain, because
   * it is a workflow of its own.
   *
   * @default - none: what passes its tests is distributed
   */
  approvalGate?: ApprovalGate;

  /**
   * When to build.
   *
   * @default - on Sundays at 4:00 UTC, if the parent image or a component has changed
   */
  schedule?: BuildSchedule;

  /**
   * What becomes of AMIs that nobody launches any more. What is approved, or was launched lately, is never touched.
   *
   * @default - deprecated after 90 days, disabled after 180, deleted with their snapshots after 365; three are kept
   */
  lifecycle?: ImageLifecycle;

  /**
   * What builds write down, where, and for how long.
   *
   * @default - an encrypted bucket and two log groups, for 90 days
   */
  logs?: BuildLogs;

  /**
   * Who is told of builds, failures, findings and of what waits for an approval. Plain, because a topic and rules are made.
   *
   * @default - nobody
   */
  notifications?: BuildNotifications;

  /**
   * Tags for each resource that takes any, the AMIs among them; a `Name` among them replaces the one that each has
   * otherwise.
   *
   * @default - a `Name` tag on each resource
   */
  tags?: Tags;
}
