import { type SnapshotPrices } from "./prices";

/** A figure that nobody knows beforehand: from the least to the most that it is expected to be. */
export interface ForecastBand {
  /** The least, in GiB or US dollars as the field says. */
  low: number;
  /** What is most likely, in GiB or US dollars. */
  typical: number;
  /** The most, in GiB or US dollars. */
  high: number;
}

/** A volume, and what is written to it. */
export interface ForecastVolume {
  /**
   * How often there is one like it, from 1 to 100000.
   *
   * @default 1
   */
  count?: number;

  /** Its size in GiB, from 1 to 65536. */
  sizeGiB: number;

  /** What has ever been written to it when the first snapshot is taken, in GiB. What is deleted later still counts. */
  writtenGiB: number;

  /**
   * What is overwritten in {@link everyHours}, in GiB, at most what is there. Whole blocks of 512 KiB count, of which a byte
   * changes all; a block that changes twice counts once.
   */
  changedGiB: ForecastBand;

  /** What is written for the first time in {@link everyHours}, in GiB, at most what is free. */
  addedGiB: ForecastBand;

  /**
   * The hours in which that is changed and added, from 1 to 8784. Best as many as are between two snapshots: what changes in a
   * shorter time, no figure for a longer one can tell.
   *
   * @default 24
   */
  everyHours?: number;
}

/** For how long something is kept: one of both. */
export interface ForecastRetention {
  /** In days. */
  days?: number;
  /** The number of the newest ones. */
  count?: number;
}

/** A copy of each snapshot of a schedule. */
export interface ForecastCopy {
  /** The Region to copy to. */
  region: string;
  /**
   * The key that encrypts it. Any text: what counts is whether two are the same.
   *
   * @default - the Region's own
   */
  keyArn?: string;
  /** For how long a copy is kept, in days. */
  retainDays: number;
}

/** Snapshots that are restored fast. */
export interface ForecastFastRestore {
  /** The Availability Zones, one to ten. */
  zones: string[];
  /** For how long after a snapshot, or for how many. */
  retain: ForecastRetention;
}

/** A schedule: what a `PolicySchedule` says that counts for its size and price. */
export interface ForecastSchedule {
  /** Its name. */
  name: string;
  /**
   * Hours between two snapshots.
   *
   * @default 24
   */
  intervalHours?: number;
  /**
   * When the first snapshot of a day starts, in UTC.
   *
   * @default "03:00"
   */
  startTime?: string;
  /**
   * All times in UTC, instead of an interval.
   *
   * @default - each `intervalHours`
   */
  cron?: string;
  /** For how long a snapshot is kept. */
  retain: ForecastRetention;
  /**
   * For how long it is kept in the archive tier after that. In one schedule at most.
   *
   * @default - deleted once `retain` is over
   */
  archive?: ForecastRetention;
  /**
   * Snapshots that are restored fast.
   *
   * @default - none
   */
  fastRestore?: ForecastFastRestore;
  /**
   * Up to three copies in other Regions.
   *
   * @default - none
   */
  copies?: ForecastCopy[];
}

/** What a forecast is made of. */
export interface ForecastArgs {
  /** The Region of the volumes. */
  region: string;
  /** The volumes that the schedules snapshot. */
  volumes: ForecastVolume[];
  /** The schedules of one policy: several that fire together make one snapshot. */
  schedules: ForecastSchedule[];
  /**
   * The months to forecast, of 730 hours each, from 1 to 120.
   *
   * @default - until nothing grows any more but the volumes, and a year; at most 120
   */
  months?: number;
  /**
   * The day on which it begins, as `YYYY-MM-DD`.
   *
   * @default "2027-01-01"
   */
  start?: string;
  /**
   * Prices by Region, each figure instead of the one in {@link SNAPSHOT_PRICES}.
   *
   * @default - the figures there
   */
  prices?: Record<string, SnapshotPrices>;
}

/** How long changes are measured. */
export const DEFAULT_EVERY_HOURS = 24;

/** The day on which a forecast begins. */
export const DEFAULT_START = "2027-01-01";

/** The most months that are forecast. */
export const MAX_MONTHS = 120;
