import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { actionInputs } from "../routing/action-inputs";
import { attachCertificates, createCertificate } from "../shared/certificate";
import { type ZoneContext } from "../shared/hosted-zone";
import { createMutualTls } from "../shared/mutual-tls";
import { DEFAULT_TLS_POLICY } from "../shared/tls";
import { NetworkProtocol } from "./network-listener-args";
import { type PlannedNetworkListener } from "./network-listener-plan";

/** What a helper that makes a listener is given first; the name is the load balancer's. */
interface ListenerContext extends ZoneContext {
  loadBalancer: lb.LoadBalancer;
  /** The load balancer's certificate. */
  certificateArn: pulumi.Input<string> | undefined;
  targetGroups: Record<string, lb.TargetGroup>;
}

/** A listener with its certificates. */
export function createNetworkListener(context: ListenerContext, args: PlannedNetworkListener): lb.Listener {
  const { parent, tags, loadBalancer, targetGroups, zoneProvider } = context;
  const own = { parent, name: `${context.name}-${args.port}`, tags, zoneProvider };
  const tls = args.protocol === NetworkProtocol.Tls;
  const mutualTls = args.mutualTls === undefined ? undefined : createMutualTls(own, args.mutualTls);
  const listener = new lb.Listener(
    `${own.name}-listener`,
    {
      loadBalancerArn: loadBalancer.arn,
      port: args.port,
      protocol: args.protocol,
      ...(tls
        ? {
            certificateArn:
              args.certificate === undefined ? context.certificateArn : createCertificate(own, args.certificate),
            sslPolicy: args.tlsPolicy ?? DEFAULT_TLS_POLICY,
            alpnPolicy: args.alpnPolicy,
            // AWS keeps what is left out.
            mutualAuthentication: mutualTls?.inputs ?? { mode: "off" },
          }
        : {}),
      tcpIdleTimeoutSeconds: args.idleTimeoutSeconds,
      defaultActions: args.action === undefined ? [] : actionInputs(args.action, { targetGroups, pairs: {} }),
      tags,
    },
    { parent, dependsOn: mutualTls?.dependsOn },
  );
  attachCertificates(own, listener.arn, args.extraCertificates ?? {});
  return listener;
}
