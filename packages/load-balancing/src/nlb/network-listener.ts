import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { actionInputs, actionRegistrations, type Routes } from "../routing/action-inputs";
import { attachCertificates, createCertificate } from "../shared/certificate";
import { type ZoneContext } from "../shared/hosted-zone";
import { createMutualTls } from "../shared/mutual-tls";
import { DEFAULT_TLS_POLICY } from "../shared/tls";
import { AlpnPolicy, DEFAULT_TCP_IDLE_TIMEOUT_SECONDS, NetworkProtocol } from "./network-listener-args";
import { type PlannedNetworkListener } from "./network-listener-plan";

/** What a helper that makes a listener is given first; the name is the load balancer's. */
interface ListenerContext extends ZoneContext {
  loadBalancer: lb.LoadBalancer;
  /** The load balancer's certificate. */
  certificateArn: pulumi.Input<string> | undefined;
  routes: Routes;
}

/** A listener with its certificates. */
export function createNetworkListener(context: ListenerContext, args: PlannedNetworkListener): lb.Listener {
  const { parent, tags, loadBalancer, routes, zoneProvider } = context;
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
            // AWS keeps what is left out.
            alpnPolicy: args.alpnPolicy ?? AlpnPolicy.None,
            mutualAuthentication: mutualTls?.inputs ?? { mode: "off" },
          }
        : {}),
      ...(args.protocol === NetworkProtocol.Tcp
        ? { tcpIdleTimeoutSeconds: args.idleTimeoutSeconds ?? DEFAULT_TCP_IDLE_TIMEOUT_SECONDS }
        : {}),
      defaultActions: args.action === undefined ? [] : actionInputs(args.action, routes),
      tags,
    },
    { parent, dependsOn: [...(mutualTls?.dependsOn ?? []), ...actionRegistrations(args.action, routes)] },
  );
  attachCertificates(own, listener.arn, args.extraCertificates ?? {});
  return listener;
}
