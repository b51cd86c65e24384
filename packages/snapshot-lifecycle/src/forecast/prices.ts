/** What snapshots cost in a Region, in US dollars. Without a figure, nothing that needs it can be forecast. */
export interface SnapshotPrices {
  /**
   * A GiB in the standard tier for a month. In US dollars.
   *
   * @default - the Region's in `SNAPSHOT_PRICES`
   */
  standardPerGiBMonth?: number;
  /**
   * A GiB in the archive tier for a month. In US dollars.
   *
   * @default - the Region's in `SNAPSHOT_PRICES`
   */
  archivePerGiBMonth?: number;
  /**
   * A GiB that is restored from the archive tier. In US dollars.
   *
   * @default - the Region's in `SNAPSHOT_PRICES`
   */
  archiveRetrievalPerGiB?: number;
  /**
   * An hour of fast restore, for one snapshot in one Availability Zone. In US dollars.
   *
   * @default - the Region's in `SNAPSHOT_PRICES`
   */
  fastRestorePerHour?: number;
  /**
   * A GiB that is copied from there to another Region. In US dollars.
   *
   * @default - the Region's in `SNAPSHOT_PRICES`
   */
  transferPerGiB?: number;
}

/** A figure, and where it is from. */
export interface SourcedPrice {
  /** In US dollars. */
  usd: number;
  /** When it was so, as `YYYY-MM-DD`. */
  asOf: string;
  source: string;
}

const priceList = (usd: number, asOf: string, usageType: string): SourcedPrice => ({
  usd,
  asOf,
  source: `AWS Price List, AmazonEC2, usage type ${usageType}`,
});

/** @see https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-archive-pricing.html */
const archivePage = (usd: number): SourcedPrice => ({
  usd,
  asOf: "2026-11-25",
  source: "https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-archive-pricing.html",
});

/** Between some of these Regions it is less; AWS lists each pair. */
const billed = (usd: number, usageType: string): SourcedPrice => ({
  usd,
  asOf: "2026-11-25",
  source: `as billed under the usage type ${usageType}; other pairs may differ`,
});

/**
 * What snapshots cost, as far as a source for it is known: by Region, each figure with its date. No other is guessed.
 *
 * @see https://aws.amazon.com/ebs/pricing/
 */
export const SNAPSHOT_PRICES: Record<string, Partial<Record<keyof SnapshotPrices, SourcedPrice>>> = {
  "us-east-1": {
    standardPerGiBMonth: priceList(0.05, "2026-05-01", "EBS:SnapshotUsage"),
    archivePerGiBMonth: archivePage(0.0125),
    archiveRetrievalPerGiB: archivePage(0.03),
    fastRestorePerHour: {
      usd: 0.75,
      asOf: "2026-11-25",
      source: "https://docs.aws.amazon.com/whitepapers/latest/how-aws-pricing-works/amazon-ebs.html",
    },
    transferPerGiB: billed(0.02, "USE1-EU-AWS-Out-Bytes"),
  },
  "us-west-2": {
    transferPerGiB: billed(0.02, "USW2-USE1-AWS-Out-Bytes"),
  },
  "eu-west-1": {
    standardPerGiBMonth: priceList(0.05, "2026-05-01", "EU-EBS:SnapshotUsage"),
    archivePerGiBMonth: priceList(0.0125, "2026-05-01", "EU-EBS:SnapshotArchiveStorage"),
    transferPerGiB: billed(0.02, "EU-USE1-AWS-Out-Bytes"),
  },
  "eu-central-1": {
    standardPerGiBMonth: priceList(0.054, "2026-09-11", "EUC1-EBS:SnapshotUsage"),
    transferPerGiB: billed(0.02, "EUC1-APS1-AWS-Out-Bytes"),
  },
  "ap-northeast-1": {
    standardPerGiBMonth: priceList(0.05, "2026-09-13", "APN1-EBS:SnapshotUsage"),
    archivePerGiBMonth: priceList(0.0125, "2026-09-13", "APN1-EBS:SnapshotArchiveStorage"),
    archiveRetrievalPerGiB: priceList(0.03, "2026-09-13", "APN1-EBS:SnapshotArchiveRetrieval"),
    fastRestorePerHour: priceList(0.9, "2026-09-13", "APN1-EBS:FastSnapshotRestore"),
  },
  "ap-northeast-2": {
    standardPerGiBMonth: priceList(0.05, "2026-11-25", "APN2-EBS:SnapshotUsage"),
    archivePerGiBMonth: priceList(0.0125, "2026-11-25", "APN2-EBS:SnapshotArchiveStorage"),
  },
};

/** A figure of a Region: the caller's own, or the sourced one; undefined if there is neither. */
export function priceOf(
  region: string,
  price: keyof SnapshotPrices,
  own: Record<string, SnapshotPrices> = {},
): number | undefined {
  return own[region]?.[price] ?? SNAPSHOT_PRICES[region]?.[price]?.usd;
}
