import { type Tags } from "@groundwork/core";
import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { RedirectCode, type ActionArgs } from "../routing/action";
import { actionInputs, type Routes } from "../routing/action-inputs";
import {
  ApplicationProtocol,
  type ApplicationListenerArgs,
  type ApplicationLoadBalancerArgs,
} from "./application-load-balancer-args";
import { attachCertificates, createCertificate } from "../shared/certificate";
import { headerInputs } from "./headers";
import { createRules } from "../routing/listener-rule";
import { createMutualTls } from "./mutual-tls";
import { DEFAULT_TLS_POLICY } from "../shared/tls";

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

/** A listener's resources. */
export interface ListenerResources {
  listener: lb.Listener;
  rules: lb.ListenerRule[];
}

/** A listener with its rules and certificates. */
export function createApplicationListener(
  parent: pulumi.Resource,
  name: string,
  listener: PlannedListener,
  loadBalancer: lb.LoadBalancer,
  certificateArn: pulumi.Input<string> | undefined,
  routes: Routes,
  tags: Tags | undefined,
): ListenerResources {
  const own = `${name}-${listener.port}`;
  const mutualTls =
    listener.mutualTls === undefined ? undefined : createMutualTls(parent, own, listener.mutualTls, tags);
  const resource = new lb.Listener(
    `${own}-listener`,
    {
      loadBalancerArn: loadBalancer.arn,
      port: listener.port,
      protocol: listener.https ? ApplicationProtocol.Https : ApplicationProtocol.Http,
      ...(listener.https
        ? {
            certificateArn:
              listener.certificate === undefined
                ? certificateArn
                : createCertificate(parent, own, listener.certificate, tags),
            sslPolicy: listener.tlsPolicy ?? DEFAULT_TLS_POLICY,
            mutualAuthentication: mutualTls?.inputs,
          }
        : {}),
      ...headerInputs(listener.requestHeaders, listener.responseHeaders),
      defaultActions: listener.action === undefined ? [] : actionInputs(listener.action, routes),
      tags,
    },
    { parent, dependsOn: mutualTls?.dependsOn },
  );
  attachCertificates(parent, own, resource, listener.extraCertificates ?? {}, tags);
  return { listener: resource, rules: createRules(parent, own, resource, listener.rules ?? [], routes, tags) };
}
