import type * as pulumi from "@pulumi/pulumi";

/** How many hops an answer of the metadata service may take: enough for the instance, too few for a container on it. */
export const DEFAULT_METADATA_HOP_LIMIT = 1;

/** The range of a network that is made for builds alone. */
export const DEFAULT_BUILD_CIDR = "10.0.0.0/24";

/** Whose hardware the build instances run on. */
export enum BuildTenancy {
  /** Hardware that others may use, too. */
  Default = "default",
  /** Hardware of this account alone. */
  Dedicated = "dedicated",
  /** A Dedicated Host, as licences by socket or core ask for. */
  Host = "host",
}

/** A network that exists, to build in. */
export interface BuildNetwork {
  /** The subnet: private, with a way out to AWS's services. */
  subnetId: pulumi.Input<string>;

  /**
   * The subnet's VPC, in which a security group is made: nobody connects, and HTTPS alone goes out.
   *
   * @default - none, with `securityGroupIds`
   */
  vpcId?: pulumi.Input<string>;

  /**
   * Security groups of your own, instead of `vpcId`: the instances must reach AWS's services at port 443.
   *
   * @default - one is made in `vpcId`
   */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** A network that is made for the builds: two zones, one NAT gateway, flow logs. */
export interface OwnBuildNetwork {
  /**
   * Two to six Availability Zones of the Region; AMIs are built in the first.
   *
   * @default - the Region's `a` and `b`
   */
  zones?: string[];

  /**
   * The network's IPv4 range, from /16 to /24.
   *
   * @default "10.0.0.0/24"
   */
  cidr?: string;
}

/** Where, among AWS's hardware, the build instances run. */
export interface BuildPlacement {
  /**
   * Whose hardware they run on.
   *
   * @default BuildTenancy.Default
   */
  tenancy?: BuildTenancy;

  /**
   * The Availability Zone, which must be the subnet's.
   *
   * @default - the subnet's
   */
  availabilityZone?: pulumi.Input<string>;

  /**
   * The Dedicated Host; with `BuildTenancy.Host`.
   *
   * @default - any of the account's that places instances by itself
   */
  hostId?: pulumi.Input<string>;

  /**
   * The host resource group, instead of `hostId`; with `BuildTenancy.Host`.
   *
   * @default - none
   */
  hostResourceGroupArn?: pulumi.Input<string>;
}

/** The instances that AMIs are built and tested on. */
export interface BuildInfrastructure {
  /**
   * The instance types to build and test on, of the pipeline's `architecture`: Image Builder takes one that is available.
   *
   * @default - ["m7i.large"], and ["m7g.large"] for `Architecture.Arm`
   */
  instanceTypes?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * A network that exists. Plain, because one is made without it.
   *
   * @default - a network of its own, whose NAT gateway AWS bills by the hour
   * @see https://aws.amazon.com/vpc/pricing/
   */
  network?: BuildNetwork;

  /**
   * How the network is made that the pipeline has of its own; without `network`.
   *
   * @default - two zones, 10.0.0.0/24
   */
  ownNetwork?: OwnBuildNetwork;

  /**
   * Policies that the instances' role has beside those that Image Builder needs, each under a name of yours.
   *
   * @default - none
   */
  policyArns?: Record<string, pulumi.Input<string>>;

  /**
   * The permissions boundary of the roles that are made: the instances', Image Builder's and the lifecycle policy's.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
   */
  permissionsBoundaryArn?: pulumi.Input<string>;

  /**
   * How many hops an answer of the metadata service may take, from 1 to 64. It answers with a token only (IMDSv2), always.
   *
   * @default 1
   */
  metadataHopLimit?: pulumi.Input<number>;

  /**
   * Where the instances run, among AWS's hardware.
   *
   * @default - on hardware that others may use, too
   */
  placement?: BuildPlacement;

  /**
   * A key pair to log in with, to look into a build that fails.
   *
   * @default - none: nobody logs in
   */
  keyPairName?: pulumi.Input<string>;

  /**
   * Keeps an instance whose build has failed, running and billed, until somebody terminates it.
   *
   * @default false
   */
  keepFailedInstances?: boolean;
}
