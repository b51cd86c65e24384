import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { actionInputs, actionRegistrations, type Routes } from "../routing/action-inputs";
import { createRules } from "../routing/listener-rule";
import { attachCertificates, createCertificate } from "../shared/certificate";
import { type ZoneContext } from "../shared/hosted-zone";
import { DEFAULT_TLS_POLICY } from "../shared/tls";
import { ApplicationProtocol } from "./application-listener-args";
import { type PlannedListener } from "./application-listener-plan";
import { headerInputs } from "./headers";
import { createMutualTls } from "../shared/mutual-tls";

/** What a helper that makes a listener is given first; the name is the load balancer's. */
interface ListenerContext extends ZoneContext {
  loadBalancer: lb.LoadBalancer;
  /** The load balancer's certificate. */
  certificateArn: pulumi.Input<string> | undefined;
  routes: Routes;
}

/** A listener's resources. */
export interface ListenerResources {
  listener: lb.Listener;
  rules: lb.ListenerRule[];
}

/** A listener with its rules and certificates. */
export function createApplicationListener(context: ListenerContext, args: PlannedListener): ListenerResources {
  const { parent, tags, loadBalancer, routes, zoneProvider } = context;
  const own = { parent, name: `${context.name}-${args.port}`, tags, zoneProvider };
  const mutualTls = args.mutualTls === undefined ? undefined : createMutualTls(own, args.mutualTls);
  const listener = new lb.Listener(
    `${own.name}-listener`,
    {
      loadBalancerArn: loadBalancer.arn,
      port: args.port,
      protocol: args.https ? ApplicationProtocol.Https : ApplicationProtocol.Http,
      ...(args.https
        ? {
            certificateArn:
              args.certificate === undefined ? context.certificateArn : createCertificate(own, args.certificate),
            sslPolicy: args.tlsPolicy ?? DEFAULT_TLS_POLICY,
            mutualAuthentication: mutualTls?.inputs ?? { mode: "off" },
          }
        : {}),
      ...headerInputs(args.requestHeaders, args.responseHeaders),
      defaultActions: args.action === undefined ? [] : actionInputs(args.action, routes),
      tags,
    },
    { parent, dependsOn: [...(mutualTls?.dependsOn ?? []), ...actionRegistrations(args.action, routes)] },
  );
  attachCertificates(own, listener.arn, args.extraCertificates ?? {});
  return { listener, rules: createRules(own, { listenerArn: listener.arn }, args.rules ?? [], routes) };
}
