import type * as pulumi from "@pulumi/pulumi";
import { type Place } from "@groundwork/core";

/** What Recycle Bin keeps when somebody deletes it. */
export enum RecycledResource {
  Snapshot = "EBS_SNAPSHOT",
  /** An AMI; its snapshots stay where they are meanwhile. */
  Ami = "EC2_IMAGE",
}

/** The arguments of {@link RecycleBin}. */
export interface RecycleBinArgs {
  /** The account and the Region in which it holds. */
  place: Place;

  /** What is kept. Another value replaces the rule. */
  resource: RecycledResource;

  /** Days for which it is kept, from 1 to 365, and billed as before. */
  retainDays: pulumi.Input<number>;

  /**
   * Keeps only what carries any one of these tags: at most 50. Without `excludeTags`.
   *
   * @default - all of the Region's
   */
  targetTags?: Record<string, string>;

  /**
   * Keeps all but what carries any one of these tags: at most 5. Without `targetTags`.
   *
   * @default - none
   */
  excludeTags?: Record<string, string>;

  /**
   * Tags for the rule; a `Name` among them replaces the one that it has otherwise.
   *
   * @default - a `Name` tag only
   */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
