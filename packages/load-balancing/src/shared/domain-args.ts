import type * as pulumi from "@pulumi/pulumi";
import { type AliasRoutingArgs } from "./alias-args";
import { type KeyAlgorithm } from "./certificate-args";
import { type HostedZoneArgs } from "./hosted-zone-args";

/** A further name of a load balancer. */
export interface DomainNameArgs {
  /** The whole name, such as `example.com`; may start with `*.`. Plain, because its records are named after it. */
  name: string;

  /**
   * The id of the public hosted zone that holds it.
   *
   * @default - the domain's
   */
  hostedZoneId?: pulumi.Input<string>;

  /**
   * The ARN of a role of the zone's account, which is assumed to write the records and for nothing else. Plain, because a
   * provider is made for the account.
   *
   * @default - the domain's where its zone is meant; beside `hostedZoneId`, the stack's own credentials
   */
  hostedZoneRoleArn?: string;
}

/** A load balancer's name with all that belongs to it: a certificate, its validation, and records that lead there. */
export interface DomainArgs extends HostedZoneArgs {
  /** The whole name, such as `www.example.com`, of at most 64 characters. Plain, because its records are named after it. */
  name: string;

  /**
   * Further names, which the certificate covers and which lead to the load balancer, too. Plain, because each has records of
   * its own.
   *
   * @default - none
   */
  alternativeNames?: DomainNameArgs[];

  /**
   * The certificate's key pair. Another one makes another certificate.
   *
   * @default KeyAlgorithm.Rsa2048
   */
  keyAlgorithm?: pulumi.Input<KeyAlgorithm>;

  /**
   * Whether the validation records go with the certificate. Only where no other certificate of the account has one of the
   * names, in any Region: the others are renewed through the same records. Plain, because it is no argument of a resource.
   *
   * @default false
   */
  deleteValidationRecords?: boolean;

  /**
   * Whether Route 53 counts the names' records as unhealthy while no target is healthy, and answers with others.
   *
   * @default true
   */
  evaluateTargetHealth?: pulumi.Input<boolean>;

  /**
   * How the records share the names' clients with those of other load balancers.
   *
   * @default - they are the names' only records
   */
  routing?: AliasRoutingArgs;

  /**
   * The URN of the load balancer of this stack that had the names until now: the records move from there without a moment in
   * which a name leads nowhere. It may be left out after that deployment.
   *
   * @default - the records are made
   */
  movedFrom?: pulumi.Input<string>;
}
