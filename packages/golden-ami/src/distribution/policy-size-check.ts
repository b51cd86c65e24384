import { type Checks, isPlain, type PolicyStatement } from "@groundwork/core";

/** The most characters of a role's inline policies, without white space. */
const LONGEST_POLICY = 10_240;

/**
 * Records a role's policy that has no room. What is known only at deployment has no length yet, so that this is the shortest that
 * the policy can be.
 *
 * @param fields What the policy follows from.
 */
export function checkPolicySize(checks: Checks, fields: string, statements: PolicyStatement[]): void {
  const known = statements.map(({ Resource = [], ...statement }) => ({
    ...statement,
    Resource: isPlain(Resource) ? [Resource].flat().filter((resource) => isPlain(resource)) : [],
  }));
  const size = JSON.stringify({ Version: "2012-10-17", Statement: known }).length;
  checks.that(
    size <= LONGEST_POLICY,
    fields,
    `${size} characters of policy`,
    `at most ${LONGEST_POLICY}`,
    "name fewer",
  );
}
