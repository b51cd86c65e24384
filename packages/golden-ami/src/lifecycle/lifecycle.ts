import * as iam from "@pulumi/aws/iam";
import * as imagebuilder from "@pulumi/aws/imagebuilder";
import type * as pulumi from "@pulumi/pulumi";
import { APPROVED_TAG, assumeRolePolicy, type Context, managedPolicyArn, nameTag } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";
import {
  DEFAULT_LAUNCHED_WITHIN_DAYS,
  DEFAULT_LIFECYCLE_RULES,
  LifecycleAction,
  type LifecycleExclusions,
  type LifecycleRule,
} from "./lifecycle-args";

/** What Image Builder needs to retire what it has made, and nothing else: its tag is a condition of everything. */
export const LIFECYCLE_POLICY = "service-role/EC2ImageBuilderLifecycleExecutionPolicy";

/** All versions of a recipe. */
const EVERY_VERSION = "x.x.x";

/** What a lifecycle policy is made with. */
export interface LifecycleContext extends Context {
  recipe: imagebuilder.ImageRecipe;
}

/**
 * Creates the policy that retires the AMIs of all versions of the recipe, by its name, and the role that it runs under. What is
 * approved has a tag, which every rule excludes.
 */
export function createLifecycle(
  { name, recipe, tags, parent }: LifecycleContext,
  { amiName, place, lifecycle = {}, infrastructure }: GoldenAmiPipelineArgs,
): void {
  if (lifecycle.keepForever === true) {
    return;
  }
  const role = new iam.Role(
    `${name}-lifecycle-role`,
    {
      description: `Lets Image Builder retire the AMIs ${amiName}`,
      assumeRolePolicy: assumeRolePolicy("imagebuilder", { accountId: place.accountId }),
      permissionsBoundary: infrastructure?.permissionsBoundaryArn,
      tags: nameTag(`${name}-lifecycle`, tags),
    },
    { parent },
  );
  const attachment = new iam.RolePolicyAttachment(
    `${name}-lifecycle-policy-attachment`,
    { role: role.name, policyArn: managedPolicyArn(place, LIFECYCLE_POLICY) },
    { parent },
  );
  const exclusionRules = exclusions(lifecycle.exclusions);
  new imagebuilder.LifecyclePolicy(
    `${name}-lifecycle-policy`,
    {
      description: `What becomes of the AMIs ${amiName}`,
      executionRole: role.arn,
      resourceType: "AMI_IMAGE",
      resourceSelection: { recipes: [{ name: recipe.name, semanticVersion: EVERY_VERSION }] },
      policyDetails: (lifecycle.rules ?? DEFAULT_LIFECYCLE_RULES).map((rule) => ({
        ...policyDetail(rule),
        exclusionRules,
      })),
      status: "ENABLED",
      tags: nameTag(name, tags),
    },
    { parent, dependsOn: attachment },
  );
}

/** A rule as AWS takes it. What a rule extends to is sent always, since AWS keeps what it is not told. */
function policyDetail({ action, afterDays, keepNewest, keepAtLeast }: LifecycleRule) {
  const deletes = action === LifecycleAction.Delete;
  return {
    action: { type: action, includeResources: { amis: true, snapshots: deletes, containers: false } },
    filter:
      keepNewest === undefined
        ? {
            type: "AGE",
            unit: "DAYS",
            value: afterDays!,
            retainAtLeast: keepAtLeast,
          }
        : { type: "COUNT", value: keepNewest },
  };
}

function exclusions(args: LifecycleExclusions = {}) {
  const lastLaunched: { unit: string; value: pulumi.Input<number> } = {
    unit: "DAYS",
    value: args.launchedWithinDays ?? DEFAULT_LAUNCHED_WITHIN_DAYS,
  };
  return {
    amis: {
      isPublic: args.publicAmis ?? true,
      lastLaunched,
      tagMap: { ...args.tags, ...APPROVED_TAG },
      regions: args.regions,
      sharedAccounts: args.sharedAccountIds,
    },
  };
}
