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
} from "./src/routing/action";
export { type AlarmArgs } from "./src/shared/alarms";
export { type AlbTargetArgs, type AlbTargetListenerArgs } from "./src/target-group/alb-target";
export { type AliasArgs } from "./src/shared/alias";
export { ApplicationLoadBalancer } from "./src/alb/application-load-balancer";
export {
  ApplicationAddressType,
  ApplicationProtocol,
  DesyncMode,
  ForwardedForMode,
  type ApplicationListenerArgs,
  type ApplicationLoadBalancerArgs,
} from "./src/alb/application-load-balancer-args";
export { type BlueGreenArgs, type GuardArgs } from "./src/routing/blue-green";
export { type CertificateArgs } from "./src/shared/certificate";
export {
  type ConditionArgs,
  type HeaderConditionArgs,
  type QueryConditionArgs,
  type QueryStringArgs,
} from "./src/routing/condition";
export { type RequestHeaderArgs, type ResponseHeaderArgs } from "./src/alb/headers";
export { HealthCheckProtocol, type HealthCheckArgs } from "./src/target-group/health-check";
export { type LambdaTargetArgs } from "./src/target-group/lambda-target";
export { type ListenerRuleArgs, type RewriteArgs } from "./src/routing/listener-rule";
export { type LogArgs } from "./src/shared/logs";
export { MutualTlsMode, type MutualTlsArgs, type S3ObjectArgs } from "./src/alb/mutual-tls";
export { type PeerArgs } from "./src/shared/peer";
export {
  type ApplicationCookieArgs,
  type LoadBalancerCookieArgs,
  type StickinessArgs,
} from "./src/target-group/stickiness";
export {
  Algorithm,
  ProtocolVersion,
  TargetAddressType,
  TargetProtocol,
  TargetType,
  type HealthThresholdArgs,
  type TargetArgs,
  type TargetGroupArgs,
} from "./src/target-group/target-group-args";
export { DEFAULT_TLS_POLICY } from "./src/shared/tls";
export { NetworkLoadBalancer } from "./src/nlb/network-load-balancer";
export {
  AlpnPolicy,
  ClientRouting,
  NetworkAddressType,
  NetworkProtocol,
  type NetworkListenerArgs,
  type NetworkLoadBalancerArgs,
  type SubnetMappingArgs,
} from "./src/nlb/network-load-balancer-args";
export { type EndpointServiceArgs } from "./src/nlb/endpoint-service";
export { overviewMermaid } from "./src/overview/overview";
export { type OverviewResource } from "./src/overview/overview-model";
