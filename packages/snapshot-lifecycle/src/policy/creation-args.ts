import type * as pulumi from "@pulumi/pulumi";

/** Hours between two runs of a schedule. */
export const DEFAULT_INTERVAL_HOURS = 24;

/** When the first run of a day starts, in UTC. */
export const DEFAULT_START_TIME = "03:00";

/** When a schedule runs. */
export interface Creation {
  /** Hours between two runs: 1, 2, 3, 4, 6, 8, 12 or 24. */
  intervalHours?: pulumi.Input<number>;
  /** When the first run of a day starts, in UTC. */
  startTime?: pulumi.Input<string>;
  /** The times of all runs, instead. */
  cron?: pulumi.Input<string>;
}
