import type * as pulumi from "@pulumi/pulumi";
import { type WeightedForwardArgs } from "../routing/action-args";
import { type CertificateArgs } from "../shared/certificate-args";
import { type MutualTlsArgs } from "../shared/mutual-tls-args";

/** What a Network Load Balancer's listener speaks. */
export enum NetworkProtocol {
  /** Connections, passed on as they come. */
  Tcp = "TCP",
  /** Connections whose TLS the load balancer ends. */
  Tls = "TLS",
  /** Datagrams, passed on as they come. */
  Udp = "UDP",
  /** TCP and UDP on one port. */
  TcpUdp = "TCP_UDP",
  /** QUIC, passed on as it comes. The load balancer then has no security group. */
  Quic = "QUIC",
  /** TCP and QUIC on one port. The load balancer then has no security group. */
  TcpQuic = "TCP_QUIC",
}

/** Which protocols a TLS listener agrees on with its clients. */
export enum AlpnPolicy {
  /** HTTP/1.1 and HTTP/1.0 only. */
  Http1Only = "HTTP1Only",
  /** HTTP/2 only. */
  Http2Only = "HTTP2Only",
  /** HTTP/1.1 before HTTP/2. */
  Http2Optional = "HTTP2Optional",
  /** HTTP/2 before HTTP/1.1. */
  Http2Preferred = "HTTP2Preferred",
  /** None: nothing is agreed on. */
  None = "None",
}

/** Seconds for which a TCP connection may be idle, unless the caller says otherwise. */
export const DEFAULT_TCP_IDLE_TIMEOUT_SECONDS = 350;

/** One listener of a Network Load Balancer: exactly one of forward and weightedForward, or neither for the only target group. */
export interface NetworkListenerArgs {
  /** The port, from 1 to 65535; different on each listener. Plain, because the listener is named after it. */
  port: number;

  /**
   * What it speaks. Plain, because other fields depend on it.
   *
   * @default NetworkProtocol.Tcp
   */
  protocol?: NetworkProtocol;

  /**
   * The key of the target group.
   *
   * @default - the only target group
   */
  forward?: string;

  /**
   * Shares out connections among several target groups.
   *
   * @default - all go to one
   */
  weightedForward?: WeightedForwardArgs;

  /**
   * The certificate. TLS only.
   *
   * @default - the load balancer's
   */
  certificate?: CertificateArgs;

  /**
   * Certificates for further domains, by a name of yours. TLS only. Plain, because each is a resource of its own.
   *
   * @default - none
   */
  extraCertificates?: Record<string, CertificateArgs>;

  /**
   * One of AWS's TLS policies, at least TLS 1.2. TLS only.
   *
   * @default "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
   */
  tlsPolicy?: pulumi.Input<string>;

  /**
   * Which protocols to agree on with clients. TLS only.
   *
   * @default AlpnPolicy.None
   */
  alpnPolicy?: pulumi.Input<AlpnPolicy>;

  /**
   * Clients that show certificates, which are verified. TLS only.
   *
   * @default - they need none
   */
  mutualTls?: MutualTlsArgs;

  /**
   * Seconds for which a connection may be idle, from 60 to 6000. TCP only.
   *
   * @default 350
   */
  idleTimeoutSeconds?: pulumi.Input<number>;
}
