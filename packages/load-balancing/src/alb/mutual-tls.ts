import { type Checks, nameStem, nameTag, type Tags } from "@groundwork/core";
import type * as aws from "@pulumi/aws";
import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { NAME_LIMIT } from "../shared/names";

export enum MutualTlsMode {
  /** Verifies them against the trust store and refuses clients that have none. */
  Verify = "verify",
  /** Hands them to the target unverified, in the header X-Amzn-Mtls-Clientcert. */
  Passthrough = "passthrough",
}

/** A file in S3. */
export interface S3ObjectArgs {
  bucket: pulumi.Input<string>;
  key: pulumi.Input<string>;
  /** @default - the latest when the trust store is made; with a version, a new one reaches the trust store */
  version?: pulumi.Input<string>;
}

/**
 * Clients that show certificates.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html
 */
export interface MutualTlsArgs {
  /** @default MutualTlsMode.Verify */
  mode?: MutualTlsMode;
  /** The authorities whose certificates are trusted, as a PEM bundle: a trust store is made of it. */
  caBundle?: S3ObjectArgs;
  /** A trust store that exists, instead of `caBundle`. */
  trustStoreArn?: pulumi.Input<string>;
  /**
   * Lists of certificates that are no longer trusted, by a name of yours. They need `caBundle`.
   *
   * @default - none
   */
  revocations?: Record<string, S3ObjectArgs>;
  /**
   * Whether certificates that have expired are still good.
   *
   * @default false
   */
  allowExpiredCertificates?: boolean;
  /**
   * Whether clients are told which authorities are trusted, so that they can pick a certificate.
   *
   * @default false
   */
  advertiseCaNames?: boolean;
}

/** Records the mistakes in a listener's mutual TLS. */
export function checkMutualTls(checks: Checks, field: string, args: MutualTlsArgs): void {
  checks.oneOf(`${field}.mode`, args.mode, Object.values(MutualTlsMode));
  const sources = [args.caBundle, args.trustStoreArn].filter((source) => source !== undefined).length;
  if (args.mode === MutualTlsMode.Passthrough) {
    for (const key of [
      "caBundle",
      "trustStoreArn",
      "revocations",
      "allowExpiredCertificates",
      "advertiseCaNames",
    ] as const) {
      checks.that(
        args[key] === undefined,
        `${field}.${key}`,
        args[key],
        `left out with mode "${MutualTlsMode.Passthrough}", which verifies nothing`,
        `remove it or set mode to "${MutualTlsMode.Verify}"`,
      );
    }
    return;
  }
  checks.that(sources === 1, field, args, "either caBundle or trustStoreArn", "say which authorities to trust");
  checks.that(
    args.revocations === undefined || args.caBundle !== undefined,
    `${field}.revocations`,
    Object.keys(args.revocations ?? {}),
    "left out beside trustStoreArn",
    "revoke where that trust store is made",
  );
}

/** Mutual TLS as a listener takes it; the listener waits for the revocations, so that it never trusts too much. */
export function createMutualTls(
  parent: pulumi.Resource,
  name: string,
  args: MutualTlsArgs,
  tags: Tags | undefined,
): { inputs: aws.types.input.lb.ListenerMutualAuthentication; dependsOn: pulumi.Resource[] } {
  if (args.mode === MutualTlsMode.Passthrough) {
    return { inputs: { mode: MutualTlsMode.Passthrough }, dependsOn: [] };
  }
  const common = {
    mode: MutualTlsMode.Verify,
    ignoreClientCertificateExpiry: args.allowExpiredCertificates ?? false,
    advertiseTrustStoreCaNames: args.advertiseCaNames === true ? "on" : "off",
  };
  if (args.caBundle === undefined) {
    return { inputs: { ...common, trustStoreArn: args.trustStoreArn }, dependsOn: [] };
  }
  const trustStore = new lb.TrustStore(
    nameStem(`${name}-trust`, NAME_LIMIT),
    {
      caCertificatesBundleS3Bucket: args.caBundle.bucket,
      caCertificatesBundleS3Key: args.caBundle.key,
      caCertificatesBundleS3ObjectVersion: args.caBundle.version,
      tags: nameTag(`${name}-trust`, tags),
    },
    { parent },
  );
  const revocations = Object.entries(args.revocations ?? {}).map(
    ([key, list]) =>
      new lb.TrustStoreRevocation(
        `${name}-revocation-${key}`,
        {
          trustStoreArn: trustStore.arn,
          revocationsS3Bucket: list.bucket,
          revocationsS3Key: list.key,
          revocationsS3ObjectVersion: list.version,
        },
        { parent },
      ),
  );
  return { inputs: { ...common, trustStoreArn: trustStore.arn }, dependsOn: revocations };
}
