import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";
import { type PolicyAlarms } from "../alarms/alarms-args";

/** The description of what a policy of Data Lifecycle Manager makes. */
export const DEFAULT_DESCRIPTION_PATTERN = "^.*Created for policy: policy-[0-9a-f]+.*$";

/** A copy of each snapshot that is shared with the account. */
export interface SharedSnapshotCopy {
  /** The Region to copy to, such as `eu-central-1`: the policy's own, too. */
  region: pulumi.Input<string>;

  /** The KMS key of this account, in that Region, that encrypts the copy: what the other account does to its own key is then no matter. */
  keyArn: pulumi.Input<string>;

  /** Days for which a copy is kept, from 1 to 36500; longer than it takes until the next is shared, or each would be full. */
  retainDays: pulumi.Input<number>;
}

/** The arguments of {@link SharedSnapshotCopies}. */
export interface SharedSnapshotCopiesArgs {
  /** The account that copies, and the Region in which snapshots are shared with it. */
  place: Place;

  /** The accounts whose snapshots are copied, one to fifty, twelve digits each. */
  ownerAccountIds: string[];

  /** Up to three copies, at least one. Plain, because the role may use their keys only. */
  copies: SharedSnapshotCopy[];

  /**
   * The keys of the shared snapshots, in the other accounts, which must let this one use them. Without the right to use them,
   * copies fail and nothing says so; an empty list says that the snapshots are not encrypted.
   */
  sourceKeyArns: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * The descriptions of the snapshots that are copied, as a regular expression of up to 1000 characters.
   *
   * @default - what a lifecycle policy describes its snapshots by
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/event-policy.html
   */
  descriptionPattern?: pulumi.Input<string>;

  /**
   * Whom to tell that a copy failed, and with `missingHours` that there is no new one.
   *
   * @default - nobody
   */
  alarms?: PolicyAlarms;

  /**
   * Has Pulumi refuse to delete or replace the policy: the copies that it made would stay, and nobody would delete them.
   *
   * @default true
   */
  protectPolicy?: boolean;

  /**
   * Tags for the policy, its role and its alarms; a `Name` among them replaces the one that each has otherwise.
   *
   * @default - a `Name` tag on each resource
   */
  tags?: Tags;
}
