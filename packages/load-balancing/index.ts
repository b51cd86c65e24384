export {
  ClaimFormat,
  RedirectCode,
  Unauthenticated,
  type ActionArgs,
  type CognitoArgs,
  type FixedResponseArgs,
  type JwtArgs,
  type JwtClaimArgs,
  type OidcArgs,
  type RedirectArgs,
  type WeightedForwardArgs,
  type WeightedTargetArgs,
} from "./src/action";
export { type AlarmArgs } from "./src/alarms";
export { type AlbTargetArgs, type AlbTargetListenerArgs } from "./src/alb-target";
export { type AliasArgs } from "./src/alias";
export { ApplicationLoadBalancer } from "./src/application-load-balancer";
export {
  ApplicationAddressType,
  ApplicationProtocol,
  DesyncMode,
  ForwardedForMode,
  type ApplicationListenerArgs,
  type ApplicationLoadBalancerArgs,
} from "./src/application-load-balancer-args";
export { type BlueGreenArgs, type GuardArgs } from "./src/blue-green";
export { type CertificateArgs } from "./src/certificate";
export {
  type ConditionArgs,
  type HeaderConditionArgs,
  type QueryConditionArgs,
  type QueryStringArgs,
} from "./src/condition";
export { type RequestHeaderArgs, type ResponseHeaderArgs } from "./src/headers";
export { HealthCheckProtocol, type HealthCheckArgs } from "./src/health-check";
export { type LambdaTargetArgs } from "./src/lambda-target";
export { type ListenerRuleArgs, type RewriteArgs } from "./src/listener-rule";
export { type LogArgs } from "./src/logs";
export { MutualTlsMode, type MutualTlsArgs, type S3ObjectArgs } from "./src/mutual-tls";
export { type PeerArgs } from "./src/peer";
export { type ApplicationCookieArgs, type LoadBalancerCookieArgs, type StickinessArgs } from "./src/stickiness";
export {
  Algorithm,
  ProtocolVersion,
  TargetAddressType,
  TargetProtocol,
  TargetType,
  type HealthThresholdArgs,
  type TargetArgs,
  type TargetGroupArgs,
} from "./src/target-group-args";
export { DEFAULT_TLS_POLICY } from "./src/tls";
export { NetworkLoadBalancer } from "./src/network-load-balancer";
export {
  AlpnPolicy,
  ClientRouting,
  NetworkAddressType,
  NetworkProtocol,
  type NetworkListenerArgs,
  type NetworkLoadBalancerArgs,
  type SubnetMappingArgs,
} from "./src/network-load-balancer-args";
export { type EndpointServiceArgs } from "./src/endpoint-service";
export { overviewMermaid } from "./src/overview";
export { type OverviewResource } from "./src/overview-model";
