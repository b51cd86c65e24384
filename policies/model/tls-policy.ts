import policies from "../data/elb-security-policies.json";
import { is, mustHold, where, type Subject } from "./facts";
import type { Facts } from "./verdict";

/** What a security policy of Elastic Load Balancing allows. */
export interface TlsPolicy {
  /** The lowest version of TLS: "SSL 3.0", or "1.0" to "1.3". */
  minimumTls: string;
  /** The highest version of TLS: "1.0" to "1.3". */
  maximumTls: string;
  /** Whether AWS's validated FIPS module does the cryptography. */
  fips: boolean;
  /** Whether it offers a post-quantum key exchange. */
  postQuantum: boolean;
  /** What is weak in its ciphers: key exchange by RSA has no forward secrecy, CBC no authenticated encryption. */
  weakCiphers: string[];
}

/** What AWS takes where the provider sends no policy. */
export const DEFAULT_TLS_POLICY = "ELBSecurityPolicy-2016-08";

/**
 * The policies that AWS describes, as of November 2026: those of Application and Network Load Balancers with their
 * ciphers; the predefined ones of Classic Load Balancers; four older ones, from earlier versions of that page; three
 * CNSA 2.0 policies, which so far only s2n-tls has, the library that terminates TLS in Elastic Load Balancing.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html
 */
const KNOWN = policies as Record<string, TlsPolicy | undefined>;

/** The names of all known policies, which a message may repeat. */
export const TLS_POLICIES = Object.keys(policies);

/** How AWS names policies: family, lowest version, variants, date. Its tables leave out the prefix at times. */
const SCHEME = /^(?:ELBSecurityPolicy-)?(TLS|TLS13|FS)-1-([0-3])((?:-[A-Za-z][A-Za-z0-9]*)*)-\d{4}-\d{2}$/;

/**
 * A policy by its name; `undefined` for a name that says nothing. A policy that is newer than the data is taken by the
 * scheme of AWS's names, so that a stricter one than those known passes.
 */
export function tlsPolicy(name: string): TlsPolicy | undefined {
  return Object.hasOwn(KNOWN, name) ? KNOWN[name] : policyByScheme(name);
}

/** What a policy's name alone says of it. Where the name leaves ciphers open, they count as weak. */
export function policyByScheme(name: string): TlsPolicy | undefined {
  const [, family, minor, words = ""] = SCHEME.exec(name) ?? [];
  if (minor === undefined) {
    return undefined;
  }
  const variants = words.split("-");
  const strong = minor === "3" || variants.includes("Res");
  const forwardSecret =
    family === "FS" || (family === "TLS13" && minor === "2" && !variants.some((word) => /^(Ext|INTEROP)\d/.test(word)));
  return {
    minimumTls: `1.${minor}`,
    maximumTls: family === "TLS13" ? "1.3" : "1.2",
    fips: variants.includes("FIPS"),
    postQuantum: variants.includes("PQ"),
    weakCiphers: strong ? [] : forwardSecret ? ["CBC"] : ["CBC", "RSA"],
  };
}

/** Whether a policy takes no version of TLS below one. */
export function startsAt(policy: TlsPolicy, version: string): boolean {
  return !policy.minimumTls.startsWith("SSL") && policy.minimumTls >= version;
}

/** That a field names a policy of which a condition holds. */
export function mustBeTlsPolicy(
  on: Subject,
  path: string,
  holds: (policy: TlsPolicy) => boolean,
  how: { absent?: string; change: string },
): Facts {
  const suits = (name: string) => {
    const policy = tlsPolicy(name);
    return policy !== undefined && holds(policy);
  };
  return mustHold(on, path, (name) => suits(String(name)), { known: TLS_POLICIES, ...how }, [DEFAULT_TLS_POLICY]);
}

/** That a listener which terminates TLS does so by a policy of which a condition holds. */
export function judgeTlsPolicy(listener: Subject, holds: (policy: TlsPolicy) => boolean, change: string): Facts {
  return where(is(listener, "protocol", ["HTTPS", "TLS"]), () =>
    mustBeTlsPolicy(listener, "sslPolicy", holds, { absent: DEFAULT_TLS_POLICY, change }),
  );
}
