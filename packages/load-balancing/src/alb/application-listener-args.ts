import type * as pulumi from "@pulumi/pulumi";
import { type ActionArgs } from "../routing/action-args";
import { type ListenerRuleArgs } from "../routing/listener-rule-args";
import { type CertificateArgs } from "../shared/certificate-args";
import { type RequestHeaderArgs, type ResponseHeaderArgs } from "./headers-args";
import { type MutualTlsArgs } from "../shared/mutual-tls-args";

/** What an Application Load Balancer's listener speaks. */
export enum ApplicationProtocol {
  /** HTTP over TLS. */
  Https = "HTTPS",
  /** Unencrypted HTTP, which is redirected unless the listener says otherwise. */
  Http = "HTTP",
}

/** One listener of an Application Load Balancer. */
export interface ApplicationListenerArgs {
  /** The port, from 1 to 65535; different on each listener. Plain, because the listener is named after it. */
  port: number;

  /**
   * What it speaks. Plain, because other fields depend on it.
   *
   * @default ApplicationProtocol.Https
   */
  protocol?: ApplicationProtocol;

  /**
   * What becomes of a request that no rule matches.
   *
   * @default - HTTPS: forwards to the only target group or blue/green pair. HTTP: redirects to HTTPS
   */
  defaultAction?: ActionArgs;

  /**
   * What becomes of certain requests, in the order in which they are tried. Plain, because each is a resource of its own.
   *
   * @default - none
   */
  rules?: ListenerRuleArgs[];

  /**
   * Lets an HTTP listener forward requests, which travel unencrypted, instead of redirecting them.
   *
   * @default false
   */
  allowUnencrypted?: boolean;

  /**
   * The certificate. HTTPS only.
   *
   * @default - the load balancer's
   */
  certificate?: CertificateArgs;

  /**
   * Certificates for further domains, by a name of yours. HTTPS only. Plain, because each is a resource of its own.
   *
   * @default - none
   */
  extraCertificates?: Record<string, CertificateArgs>;

  /**
   * One of AWS's TLS policies, at least TLS 1.2. HTTPS only.
   *
   * @default "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
   */
  tlsPolicy?: pulumi.Input<string>;

  /**
   * Clients that show certificates. HTTPS only.
   *
   * @default - they need none
   */
  mutualTls?: MutualTlsArgs;

  /**
   * Other names for the headers about the client's TLS. HTTPS only.
   *
   * @default - AWS's names
   */
  requestHeaders?: RequestHeaderArgs;

  /**
   * Headers that every answer gets.
   *
   * @default - none
   */
  responseHeaders?: ResponseHeaderArgs;
}
