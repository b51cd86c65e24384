import type * as pulumi from "@pulumi/pulumi";
import { type WeightedForwardArgs } from "../routing/action-args";
import { type CertificateArgs } from "../shared/certificate-args";

/** What a Network Load Balancer's listener speaks. */
export enum NetworkProtocol {
  /** Connections, passed on as they come. */
  Tcp = "TCP",
  /** Connections whose TLS the load balancer ends. */
  Tls = "TLS",
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
  Http1Only = "HTTP1Only",
  Http2Only = "HTTP2Only",
  Http2Optional = "HTTP2Optional",
  Http2Preferred = "HTTP2Preferred",
  None = "None",
}

/** One listener of a Network Load Balancer: exactly one of forward and weightedForward, or neither for the only target group. */
export interface NetworkListenerArgs {
  /** The port, from 1 to 65535; different on each listener. */
  port: number;
  /** @default NetworkProtocol.Tcp */
  protocol?: NetworkProtocol;
  /**
   * The key of the target group.
   *
   * @default - the only target group
   */
  forward?: string;
  /** Shares out connections among several target groups. */
  weightedForward?: WeightedForwardArgs;
  /**
   * The certificate. TLS only.
   *
   * @default - the load balancer's
   */
  certificate?: CertificateArgs;
  /**
   * Certificates for further domains, by a name of yours. TLS only.
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
  alpnPolicy?: AlpnPolicy;
  /**
   * Seconds for which a connection may be idle, from 60 to 6000. TCP only.
   *
   * @default - AWS's 350
   */
  idleTimeoutSeconds?: number;
}
