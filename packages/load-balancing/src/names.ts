import { type Checks } from "@groundwork/core";

/**
 * The longest name of a load balancer, target group or trust store, in characters. Pulumi's suffix is part of it.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 */
export const NAME_LIMIT = 32;

/** Records a mistake unless a name can start an AWS name: letters, digits and single hyphens. */
export function checkName(checks: Checks, field: string, name: string): void {
  checks.that(
    /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(name) && !name.startsWith("internal-"),
    field,
    name,
    'letters and digits, joined by single hyphens, and not start with "internal-"',
    "rename it: AWS names the resources after it",
  );
}
