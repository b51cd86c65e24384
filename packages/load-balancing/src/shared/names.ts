import { AUTO_NAME_SUFFIX_LENGTH, type Checks, nameStem } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";

/**
 * The longest name of a load balancer, target group or trust store, in characters. Pulumi's suffix is part of it.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 */
const NAME_LIMIT = 32;

/** The longest name that a caller may choose, in characters: what AWS takes, less Pulumi's suffix. */
const CHOSEN_NAME_LIMIT = NAME_LIMIT - AUTO_NAME_SUFFIX_LENGTH;

/**
 * Records a mistake unless a name that the caller chose can start an AWS name: letters, digits and single hyphens, short
 * enough to be told in the console. What is composed of several such names is cut where it is too long, and stays unique.
 */
export function checkName(checks: Checks, field: string, name: string): void {
  checks.that(
    /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(name) && !name.startsWith("internal-"),
    field,
    name,
    'letters and digits, joined by single hyphens, and not start with "internal-"',
    "rename it: AWS names the resources after it",
  );
  checks.that(
    name.length <= CHOSEN_NAME_LIMIT,
    field,
    name,
    `at most ${CHOSEN_NAME_LIMIT} characters, the ${NAME_LIMIT} that AWS takes less the ${AUTO_NAME_SUFFIX_LENGTH} of Pulumi's suffix`,
    "choose a shorter name",
  );
}

/** The logical name of a child, and what it was called before. */
interface LimitedName {
  name: string;
  aliases: pulumi.Alias[];
}

/**
 * The name of a child that AWS names after it, within AWS's limit: with the role in full where both fit. Where they do not,
 * the role gives way, which the resource's type tells anyway; what is still too long is cut, and stays unique.
 *
 * @param former The whole name before roles were written in full.
 */
export function limitedName(name: string, role: string, former: string): LimitedName {
  const full = `${name}-${role}`;
  const now = full.length <= CHOSEN_NAME_LIMIT ? full : nameStem(name, NAME_LIMIT);
  const before = nameStem(former, NAME_LIMIT);
  return { name: now, aliases: before === now ? [] : [{ name: before }] };
}
