import { type Checks, type Context, nameTag } from "@groundwork/core";
import * as lb from "@pulumi/aws/lb";
import type * as inputs from "@pulumi/aws/types/input";
import type * as pulumi from "@pulumi/pulumi";
import { LoadBalancerType } from "./load-balancer-type";
import { limitedName } from "./names";
import { onOff } from "./texts";
import { MutualTlsMode, type MutualTlsArgs } from "./mutual-tls-args";

/** The modes of each load balancer: a Network Load Balancer has no header to hand a certificate on in. */
const MODES: Record<LoadBalancerType, MutualTlsMode[]> = {
  [LoadBalancerType.Application]: [MutualTlsMode.Verify, MutualTlsMode.Passthrough],
  [LoadBalancerType.Network]: [MutualTlsMode.Verify],
};

/** Records the mistakes in a listener's mutual TLS. */
export function checkMutualTls(checks: Checks, field: string, args: MutualTlsArgs, type: LoadBalancerType): void {
  checks.oneOf(`${field}.mode`, args.mode, MODES[type]);
  const sources = [args.caBundle, args.trustStoreArn].filter((source) => source !== undefined).length;
  if (args.mode === MutualTlsMode.Passthrough) {
    for (const key of [
      "caBundle",
      "trustStoreArn",
      "revocations",
      "allowExpiredCertificates",
      "advertiseCaNames",
    ] as const) {
      checks.leftOut(
        `${field}.${key}`,
        args[key],
        `with mode "${MutualTlsMode.Passthrough}", which verifies nothing`,
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
  { parent, name, tags }: Context,
  args: MutualTlsArgs,
): { inputs: inputs.lb.ListenerMutualAuthentication; dependsOn: pulumi.Resource[] } {
  if (args.mode === MutualTlsMode.Passthrough) {
    return { inputs: { mode: MutualTlsMode.Passthrough }, dependsOn: [] };
  }
  const common = {
    mode: MutualTlsMode.Verify,
    ignoreClientCertificateExpiry: args.allowExpiredCertificates ?? false,
    advertiseTrustStoreCaNames: onOff(args.advertiseCaNames ?? false),
  };
  if (args.caBundle === undefined) {
    return { inputs: { ...common, trustStoreArn: args.trustStoreArn }, dependsOn: [] };
  }
  const own = limitedName(name, "trust-store", `${name}-trust`);
  const trustStore = new lb.TrustStore(
    own.name,
    {
      caCertificatesBundleS3Bucket: args.caBundle.bucket,
      caCertificatesBundleS3Key: args.caBundle.key,
      caCertificatesBundleS3ObjectVersion: args.caBundle.version,
      tags: nameTag(`${name}-trust`, tags),
    },
    { parent, aliases: own.aliases },
  );
  const revocations = Object.entries(args.revocations ?? {}).map(
    ([key, list]) =>
      new lb.TrustStoreRevocation(
        `${name}-trust-store-revocation-${key}`,
        {
          trustStoreArn: trustStore.arn,
          revocationsS3Bucket: list.bucket,
          revocationsS3Key: list.key,
          revocationsS3ObjectVersion: list.version,
        },
        { parent, aliases: [{ name: `${name}-revocation-${key}` }] },
      ),
  );
  return { inputs: { ...common, trustStoreArn: trustStore.arn }, dependsOn: revocations };
}
