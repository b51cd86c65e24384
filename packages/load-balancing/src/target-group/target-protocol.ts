/** How a load balancer speaks to its targets. */
export enum TargetProtocol {
  /** Application Load Balancers only. Unencrypted inside the VPC. */
  Http = "HTTP",
  /** Application Load Balancers only. The target's certificate is not verified, so a self-signed one will do. */
  Https = "HTTPS",
  /** Network Load Balancers only, like all that follow. */
  Tcp = "TCP",
  /** TLS; the target's certificate is not verified. */
  Tls = "TLS",
  /** Datagrams. */
  Udp = "UDP",
  /** TCP and UDP on one port. */
  TcpUdp = "TCP_UDP",
  /** QUIC. */
  Quic = "QUIC",
  /** TCP and QUIC on one port. */
  TcpQuic = "TCP_QUIC",
}

/** The HTTP that an Application Load Balancer speaks to its targets. */
export enum ProtocolVersion {
  /** HTTP/1.1. */
  Http1 = "HTTP1",
  /** HTTP/2. */
  Http2 = "HTTP2",
  /** gRPC. Needs an HTTPS listener. */
  Grpc = "GRPC",
}
