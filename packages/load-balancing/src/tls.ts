import { type Checks } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";

/**
 * The TLS policy of listeners, unless the caller says otherwise: TLS 1.3 and, for clients that lag, 1.2; forward secrecy
 * and authenticated ciphers only; post-quantum key exchange with clients that offer it.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export const DEFAULT_TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

/** AWS's policies that still speak TLS 1.0 or 1.1. */
const OBSOLETE = /^ELBSecurityPolicy-(2011-08|2014-\d\d|2015-\d\d|2016-08|FS-2018-06|.*-1-[01]-.*)$/;

/** Records a mistake unless a TLS policy is one of AWS's and refuses TLS 1.0 and 1.1. */
export function checkTlsPolicy(checks: Checks, field: string, policy: pulumi.Input<string> | undefined): void {
  if (typeof policy === "string") {
    checks.that(
      policy.startsWith("ELBSecurityPolicy-") && !OBSOLETE.test(policy),
      field,
      policy,
      "an ELBSecurityPolicy that starts at TLS 1.2",
      `leave it out for ${DEFAULT_TLS_POLICY}`,
    );
  }
}
