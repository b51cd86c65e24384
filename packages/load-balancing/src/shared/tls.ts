import { type Checks } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { checkCertificate } from "./certificate";
import { type CertificateArgs } from "./certificate-args";
import { checkName } from "./names";

/**
 * The TLS policy of listeners, unless the caller says otherwise: TLS 1.3 and, for clients that lag, 1.2; forward secrecy
 * and authenticated ciphers only; post-quantum key exchange with clients that offer it.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export const DEFAULT_TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

/** AWS's policies that still speak TLS 1.0 or 1.1. */
const OBSOLETE = /^ELBSecurityPolicy-(2011-08|2014-\d\d|2015-\d\d|2016-08|FS-2018-06|.*-1-[01]-.*)$/;

/** What a listener that ends TLS takes, whichever load balancer it belongs to. */
export interface TlsListener {
  certificate?: CertificateArgs;
  extraCertificates?: Record<string, CertificateArgs>;
  tlsPolicy?: pulumi.Input<string>;
}

/**
 * Records the mistakes in the TLS settings of a listener.
 *
 * @param shared The load balancer's certificate, for the listeners that have none of their own.
 */
export function checkTls(
  checks: Checks,
  field: string,
  { certificate, extraCertificates, tlsPolicy }: TlsListener,
  shared: CertificateArgs | undefined,
): void {
  checks.that(
    certificate !== undefined || shared !== undefined,
    `${field}.certificate`,
    certificate,
    "a certificate, here or on the load balancer",
    "pass certificate: { certificateArn } or { domainName, hostedZoneId }",
  );
  if (certificate !== undefined) {
    checkCertificate(checks, `${field}.certificate`, certificate);
  }
  checkExtraCertificates(checks, `${field}.extraCertificates`, extraCertificates);
  checkPolicy(checks, `${field}.tlsPolicy`, tlsPolicy);
}

/** Records the mistakes in certificates beside a listener's own. */
export function checkExtraCertificates(
  checks: Checks,
  field: string,
  certificates: Record<string, CertificateArgs> | undefined,
): void {
  for (const [key, certificate] of Object.entries(certificates ?? {})) {
    checkName(checks, `${field}.${key}`, key);
    checkCertificate(checks, `${field}.${key}`, certificate);
  }
}

/** Records a mistake unless a TLS policy is one of AWS's and refuses TLS 1.0 and 1.1. */
function checkPolicy(checks: Checks, field: string, policy: pulumi.Input<string> | undefined): void {
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
