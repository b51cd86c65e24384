import { type ActionArgs } from "../routing/action-args";
import { actionTargets } from "../routing/action-inputs";
import { type Opening, Transport } from "../shared/opening";
import { NetworkProtocol, type NetworkListenerArgs } from "./network-listener-args";
import { type NetworkLoadBalancerArgs } from "./network-load-balancer-args";

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

/** Whether a load balancer has logs unless told otherwise: AWS logs only what comes to TLS listeners. */
export function isLogged(listeners: PlannedNetworkListener[]): boolean {
  return listeners.some(({ protocol }) => protocol === NetworkProtocol.Tls);
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
    ...(protocol === NetworkProtocol.Udp ? [] : [{ port, transport: Transport.Tcp }]),
    ...(udp ? [{ port, transport: Transport.Udp }] : []),
  ];
}
