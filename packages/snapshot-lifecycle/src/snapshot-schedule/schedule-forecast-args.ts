import { type ForecastVolume } from "../forecast/forecast-args";
import { type SnapshotPrices } from "../forecast/prices";

/** What is known of the volumes that a schedule will find, to forecast what their snapshots store and cost. */
export interface ScheduleForecast {
  /** The volumes: at least one. Plain, because what it will cost is there to be known before anything is made. */
  volumes: ForecastVolume[];

  /**
   * Prices by Region, each figure instead of the one that is known; needed where none is.
   *
   * @default - those of `SNAPSHOT_PRICES`
   */
  prices?: Record<string, SnapshotPrices>;
}
