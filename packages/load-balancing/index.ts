export {
  RedirectCode,
  type ActionArgs,
  type FixedResponseArgs,
  type RedirectArgs,
  type WeightedForwardArgs,
  type WeightedTargetArgs,
} from "./src/routing/action-args";
export {
  ClaimFormat,
  Unauthenticated,
  type CognitoArgs,
  type JwtArgs,
  type JwtClaimArgs,
  type OidcArgs,
} from "./src/routing/authentication-args";
export { AddressFamily } from "./src/shared/address-family";
export { type AlarmArgs } from "./src/shared/alarms-args";
export { type AlbTargetArgs, type AlbTargetListenerArgs } from "./src/target-group/alb-target-args";
export { type AliasArgs, type AliasRoutingArgs, FailoverRole, type GeolocationArgs } from "./src/shared/alias-args";
export { ApplicationLoadBalancer } from "./src/alb/application-load-balancer";
export {
  ApplicationAddressType,
  DesyncMode,
  ForwardedForMode,
  type ApplicationLoadBalancerArgs,
} from "./src/alb/application-load-balancer-args";
export { ApplicationProtocol, type ApplicationListenerArgs } from "./src/alb/application-listener-args";
export { type BlueGreenArgs, type GuardArgs } from "./src/routing/blue-green-args";
export { type CertificateArgs, KeyAlgorithm } from "./src/shared/certificate-args";
export {
  type ConditionArgs,
  type HeaderConditionArgs,
  type QueryConditionArgs,
  type QueryStringArgs,
} from "./src/routing/condition-args";
export { type RequestHeaderArgs, type ResponseHeaderArgs } from "./src/alb/headers-args";
export { type AutoScalingGroupTargetArgs } from "./src/target-group/auto-scaling-group-target-args";
export { HealthCheckProtocol, type HealthCheckArgs } from "./src/target-group/health-check-args";
export { type LambdaTargetArgs } from "./src/target-group/lambda-target-args";
export { type ListenerRuleArgs, type RewriteArgs } from "./src/routing/listener-rule-args";
export { ListenerRules } from "./src/listener-rules/listener-rules";
export { type ListenerRulesArgs } from "./src/listener-rules/listener-rules-args";
export { LoadBalancerType } from "./src/shared/load-balancer-type";
export { type LogArgs } from "./src/shared/logs-args";
export { MutualTlsMode, type MutualTlsArgs, type S3ObjectArgs } from "./src/shared/mutual-tls-args";
export { type PriorityBandArgs } from "./src/routing/priority-band-args";
export { type SharedLoadBalancerArgs } from "./src/listener-rules/shared-load-balancer-args";
export { TargetGroup } from "./src/target-group/standalone-target-group";
export { type StandaloneTargetGroupArgs } from "./src/target-group/standalone-target-group-args";
export { type PeerArgs } from "./src/shared/peer-args";
export {
  type ApplicationCookieArgs,
  type LoadBalancerCookieArgs,
  type StickinessArgs,
} from "./src/target-group/stickiness-args";
export { type SwitchoverArgs } from "./src/target-group/switchover-args";
export { Algorithm, TargetType, type TargetArgs, type TargetGroupArgs } from "./src/target-group/target-group-args";
export { type DomainArgs, type DomainNameArgs } from "./src/shared/domain-args";
export { type HostedZoneArgs } from "./src/shared/hosted-zone-args";
export { type HealthThresholdArgs } from "./src/target-group/health-threshold-args";
export { ProtocolVersion, TargetProtocol } from "./src/target-group/target-protocol";
export { DEFAULT_TLS_POLICY } from "./src/shared/tls";
export { NetworkLoadBalancer } from "./src/nlb/network-load-balancer";
export {
  ClientRouting,
  NetworkAddressType,
  type NetworkLoadBalancerArgs,
  type SubnetMappingArgs,
} from "./src/nlb/network-load-balancer-args";
export { AlpnPolicy, NetworkProtocol, type NetworkListenerArgs } from "./src/nlb/network-listener-args";
export { type EndpointServiceArgs } from "./src/nlb/endpoint-service-args";
export { overviewMermaid } from "./src/overview/overview";
export { type OverviewResource } from "./src/overview/overview-model";
