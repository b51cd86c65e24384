export { forecastEachSnapshot, type ForecastSnapshot } from "./each-snapshot";
export { type ForecastLine, forecastSnapshots, type ForecastSteadyState, type SnapshotForecast } from "./forecast";
export {
  type ForecastArgs,
  type ForecastBand,
  type ForecastCopy,
  type ForecastFastRestore,
  type ForecastRetention,
  type ForecastSchedule,
  type ForecastVolume,
} from "./forecast-args";
export { ForecastItem } from "./model/plan";
export { SNAPSHOT_PRICES, type SnapshotPrices, type SourcedPrice } from "./prices";
