import { type Tags } from "@groundwork/core";
import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { type ActionArgs } from "../routing/action";
import { actionInputs, actionTargets } from "../routing/action-inputs";
import { attachCertificates, createCertificate } from "../shared/certificate";
import { NetworkProtocol, type NetworkListenerArgs, type NetworkLoadBalancerArgs } from "./network-load-balancer-args";
import { type Opening } from "../shared/security-group";
import { DEFAULT_TLS_POLICY } from "../shared/tls";

/** A listener with its defaults. */
export interface PlannedNetworkListener extends NetworkListenerArgs {
  protocol: NetworkProtocol;
  /** Where connections go; undefined if it must be said and was not. */
  action: ActionArgs | undefined;
  /** The keys of the target groups that it forwards to. */
  targets: string[];
}

/** The listeners of a load balancer, with their defaults. */
export function planNetworkListeners(args: NetworkLoadBalancerArgs): PlannedNetworkListener[] {
  const keys = Object.keys(args.targetGroups);
  const onlyKey = keys.length === 1 ? keys[0] : undefined;
  return args.listeners.map((listener) => {
    const { forward, weightedForward } = listener;
    const said = forward !== undefined || weightedForward !== undefined;
    const action = said ? { forward, weightedForward } : onlyKey === undefined ? undefined : { forward: onlyKey };
    return {
      ...listener,
      protocol: listener.protocol ?? NetworkProtocol.Tcp,
      action,
      targets: action === undefined ? [] : actionTargets(action, {}),
    };
  });
}

/** Whether a listener rules out security groups. */
export function isQuic(listener: PlannedNetworkListener): boolean {
  return listener.protocol === NetworkProtocol.Quic || listener.protocol === NetworkProtocol.TcpQuic;
}

/** What a listener needs opened. */
export function listenerOpenings(listener: PlannedNetworkListener): Opening[] {
  const { port, protocol } = listener;
  const udp = protocol === NetworkProtocol.Udp || protocol === NetworkProtocol.TcpUdp;
  return [
    ...(protocol === NetworkProtocol.Udp ? [] : [{ port, transport: "tcp" as const }]),
    ...(udp ? [{ port, transport: "udp" as const }] : []),
  ];
}

/** A listener with its certificates. */
export function createNetworkListener(
  parent: pulumi.Resource,
  name: string,
  listener: PlannedNetworkListener,
  loadBalancer: lb.LoadBalancer,
  certificateArn: pulumi.Input<string> | undefined,
  targetGroups: Record<string, lb.TargetGroup>,
  tags: Tags | undefined,
): lb.Listener {
  const own = `${name}-${listener.port}`;
  const tls = listener.protocol === NetworkProtocol.Tls;
  const resource = new lb.Listener(
    `${own}-listener`,
    {
      loadBalancerArn: loadBalancer.arn,
      port: listener.port,
      protocol: listener.protocol,
      ...(tls
        ? {
            certificateArn:
              listener.certificate === undefined
                ? certificateArn
                : createCertificate(parent, own, listener.certificate, tags),
            sslPolicy: listener.tlsPolicy ?? DEFAULT_TLS_POLICY,
            alpnPolicy: listener.alpnPolicy,
          }
        : {}),
      tcpIdleTimeoutSeconds: listener.idleTimeoutSeconds,
      defaultActions: listener.action === undefined ? [] : actionInputs(listener.action, { targetGroups, pairs: {} }),
      tags,
    },
    { parent },
  );
  attachCertificates(parent, own, resource, listener.extraCertificates ?? {}, tags);
  return resource;
}
