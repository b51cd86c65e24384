import { each, type Subject } from "./facts";
import { eachAllowance } from "./policy-document";
import type { Resource } from "./resource";
import type { Facts } from "./verdict";

const ROLE = "aws:iam/role:Role";

/** The types that state a policy of an identity. */
export const IDENTITY_POLICIES = [
  "aws:iam/policy:Policy",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/userPolicy:UserPolicy",
  "aws:iam/groupPolicy:GroupPolicy",
  ROLE,
];

/** The inputs that state them. */
export const IDENTITY_POLICY_GUARDS = ["policy", "inlinePolicies"];

/** Judges each statement of an identity's policies that allows something. */
export function eachIdentityAllowance(resource: Resource, judge: (statement: Subject) => Facts): Facts {
  return resource.type === ROLE
    ? each(resource, "inlinePolicies", (inline) => eachAllowance(inline, "policy", judge))
    : eachAllowance(resource, "policy", judge);
}
