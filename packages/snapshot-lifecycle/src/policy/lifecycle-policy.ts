import * as dlm from "@pulumi/aws/dlm";
import type * as inputs from "@pulumi/aws/types/input";
import { type Context, nameTag } from "@groundwork/core";
import { type ServiceRole } from "./service-role";

/** What a policy does. */
export enum PolicyKind {
  Snapshots = "EBS_SNAPSHOT_MANAGEMENT",
  Amis = "IMAGE_MANAGEMENT",
  SharedSnapshots = "EVENT_BASED_POLICY",
}

/** What a lifecycle policy is made with. */
export interface LifecyclePolicyContext extends Context {
  /** What another policy is needed for, where it changes: the kind of what is backed up, and how backups are counted. */
  identity: string;
  /** The Region that it works in. */
  region: string;
  role: ServiceRole;
  /** Whether Pulumi refuses to delete it, unless told otherwise. */
  protectPolicy: boolean | undefined;
  /** Of what it is the default policy, if it is one. */
  defaultPolicy?: string;
}

/** What a policy says beside its kind. */
export type PolicyDetails = Omit<inputs.dlm.LifecyclePolicyPolicyDetails, "policyType">;

/**
 * Creates a lifecycle policy.
 *
 * @param purpose What it makes, for the one who finds it in the console.
 */
export function createLifecyclePolicy(
  { name, region, role, identity, protectPolicy, defaultPolicy, tags, parent }: LifecyclePolicyContext,
  kind: PolicyKind,
  purpose: string,
  details: PolicyDetails,
): dlm.LifecyclePolicy {
  return new dlm.LifecyclePolicy(
    `${name}-lifecycle-policy`,
    {
      description: plainText(`${purpose} ${name}`),
      executionRoleArn: role.role.arn,
      state: "ENABLED",
      defaultPolicy,
      policyDetails: { policyType: kind, ...details },
      region,
      tags: nameTag(name, tags),
    },
    {
      parent,
      // A policy whose role may not act yet goes into an error state that nobody sees.
      dependsOn: role.permissions,
      // What an old policy made, a new one does not delete.
      protect: protectPolicy ?? true,
      // AWS changes none of it in place.
      replacementTrigger: identity,
      // Two policies on one tag would double what they make.
      deleteBeforeReplace: true,
      aliases: [{ name: `${name}-policy` }],
    },
  );
}

/** A text in the characters that Data Lifecycle Manager takes. */
export function plainText(text: string): string {
  return text.replace(/[^0-9A-Za-z _-]/g, "-");
}
