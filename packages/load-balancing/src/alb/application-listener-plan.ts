import { RedirectCode, type ActionArgs } from "../routing/action-args";
import { ApplicationProtocol, type ApplicationListenerArgs } from "./application-listener-args";
import { type ApplicationLoadBalancerArgs } from "./application-load-balancer-args";

/** The listeners of a load balancer for which none are given. */
export const DEFAULT_LISTENERS: ApplicationListenerArgs[] = [
  { port: 443 },
  { port: 80, protocol: ApplicationProtocol.Http },
];

/** A listener with its defaults. */
export interface PlannedListener extends ApplicationListenerArgs {
  https: boolean;
  /** What becomes of a request that no rule matches; undefined if it must be said and was not. */
  action: ActionArgs | undefined;
}

/** The listeners of a load balancer, with their defaults. */
export function planListeners(args: ApplicationLoadBalancerArgs): PlannedListener[] {
  const listeners = args.listeners ?? DEFAULT_LISTENERS;
  const isHttps = (listener: ApplicationListenerArgs) => listener.protocol !== ApplicationProtocol.Http;
  const httpsPort = listeners.find(isHttps)?.port;
  const keys = [...Object.keys(args.targetGroups ?? {}), ...Object.keys(args.blueGreen ?? {})];
  const onlyKey = keys.length === 1 ? keys[0] : undefined;
  return listeners.map((listener) => {
    const https = isHttps(listener);
    return {
      ...listener,
      https,
      action: listener.defaultAction ?? (https ? forwardTo(onlyKey) : redirectTo(httpsPort)),
    };
  });
}

function forwardTo(key: string | undefined): ActionArgs | undefined {
  return key === undefined ? undefined : { forward: key };
}

function redirectTo(httpsPort: number | undefined): ActionArgs | undefined {
  return httpsPort === undefined
    ? undefined
    : { redirect: { protocol: "HTTPS", port: String(httpsPort), code: RedirectCode.Permanent } };
}
