import { type Tags } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { type ApplicationProtocol } from "../alb/application-listener-args";
import { type ListenerRuleArgs } from "../routing/listener-rule-args";
import { type PriorityBandArgs } from "../routing/priority-band-args";
import { type AliasArgs } from "../shared/alias-args";
import { type CertificateArgs } from "../shared/certificate-args";
import { type DomainArgs } from "../shared/domain-args";
import { type TargetGroupArgs } from "../target-group/target-group-args";
import { type SharedLoadBalancerArgs } from "./shared-load-balancer-args";

/** The listener that is looked up by its port, unless the caller says otherwise. */
export const DEFAULT_PORT = 443;

/** The arguments of {@link ListenerRules}. */
export interface ListenerRulesArgs {
  /**
   * The listener's ARN. Another one replaces the rules; the new are made first.
   *
   * @default - looked up by `loadBalancer.loadBalancerArn` and `port`
   */
  listenerArn?: pulumi.Input<string>;

  /**
   * The port of the listener to look up, from 1 to 65535. Only without `listenerArn`.
   *
   * @default 443
   */
  port?: number;

  /**
   * The load balancer that the listener belongs to, for what its owner knows of it.
   *
   * @default - none: there are no aliases, and only functions or `targetGroupArns` are forwarded to
   */
  loadBalancer?: SharedLoadBalancerArgs;

  /**
   * What the listener speaks. Plain, because other fields depend on it.
   *
   * @default ApplicationProtocol.Https
   */
  protocol?: ApplicationProtocol;

  /**
   * Lets rules of an HTTP listener forward requests, which travel unencrypted.
   *
   * @default false
   */
  allowUnencrypted?: boolean;

  /**
   * The priorities that the rules may take: the owner of the listener gives each team some (`priorityBands`). Plain, it is
   * checked at once; an output, such as that of the owner's stack, as soon as it is known.
   */
  priorityBand: pulumi.Input<PriorityBandArgs>;

  /**
   * What becomes of certain requests, in the order in which they are tried. Plain, because each is a resource of its own.
   */
  rules: ListenerRuleArgs[];

  /**
   * The target groups, by a key that actions name. Plain, because each is a resource of its own.
   *
   * @default - none
   */
  targetGroups?: Record<string, TargetGroupArgs>;

  /**
   * The ARNs of target groups that exist, such as a `TargetGroup`'s, by a key that actions name. Plain, because actions are
   * checked against the keys.
   *
   * @default - none
   */
  targetGroupArns?: Record<string, pulumi.Input<string>>;

  /**
   * The id of the targets' security group: rules are added there that admit the load balancer, and in the load balancer's
   * that let it reach them. A deployment needs leave to change both.
   *
   * @default - owner and targets open their ports themselves
   */
  targetSecurityGroupId?: pulumi.Input<string>;

  /**
   * The team's domain: a certificate for it beside the listener's own, its validation, and records that lead to the load
   * balancer once rules and certificate are there. HTTPS only. Plain, because it decides what is made.
   *
   * @default - the listener's certificate serves the team's names, or `extraCertificates` do
   */
  domain?: DomainArgs;

  /**
   * Certificates for domains that the listener does not serve yet, by a name of yours. HTTPS only. Plain, because each is a
   * resource of its own.
   *
   * @default - none
   */
  extraCertificates?: Record<string, CertificateArgs>;

  /**
   * Names in Route 53 that lead to the load balancer, once rules and certificates are there. Plain, because each has a
   * record of its own.
   *
   * @default - none
   */
  aliases?: AliasArgs[];

  /**
   * Tags of all resources; a `Name` among them replaces the one that each has otherwise.
   *
   * @default - a `Name` tag on each resource
   */
  tags?: Tags;
}
