/** Hours between two snapshots. */
export const DEFAULT_INTERVAL_HOURS = 24;

/** When the first snapshot of a day starts, in UTC. */
export const DEFAULT_START_TIME = "03:00";
