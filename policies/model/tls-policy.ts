import policies from "../data/elb-security-policies.json";

/** What a security policy of Elastic Load Balancing allows. */
export interface TlsPolicy {
  /** The lowest version of TLS: "1.0" to "1.3". */
  minimumTls: string;
  /** Whether every cipher of it has forward secrecy. */
  forwardSecrecy: boolean;
  fips: boolean;
  postQuantum: boolean;
}

/** What AWS takes where the provider sends no policy. */
export const DEFAULT_TLS_POLICY = "ELBSecurityPolicy-2016-08";

/** The names of all known policies, which a message may repeat. */
export const TLS_POLICIES = Object.keys(policies);

const LATER = /^ELBSecurityPolicy-TLS13-(1)-([0-3])-(?:(Res)-)?(?:(FIPS)-)?(?:(PQ)-)?\d{4}-\d{2}$/;

/**
 * A policy by its name; `undefined` for a name that says nothing. A policy that is newer than the data is taken by the
 * scheme of AWS's names, so that a stricter one than those known passes.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export function tlsPolicy(name: string): TlsPolicy | undefined {
  const known = (policies as Record<string, TlsPolicy | undefined>)[name];
  const [, major, minor = "", , fips, postQuantum] = LATER.exec(name) ?? [];
  return (
    known ??
    (major === undefined
      ? undefined
      : {
          minimumTls: `${major}.${minor}`,
          forwardSecrecy: Number(minor) > 1,
          fips: fips !== undefined,
          postQuantum: postQuantum !== undefined,
        })
  );
}
