import { SNAPSHOT_PRICES } from "@groundwork/snapshot-lifecycle";
import { type EnvironmentForecast } from "../forecast";

/** The version of the document; it changes when a field is renamed, removed or given another meaning. */
export const DOCUMENT_VERSION = 1;

/** The forecast of an environment for other tools, with the prices that are known and where they are from. */
export function toJson(forecast: EnvironmentForecast): string {
  return `${JSON.stringify({ version: DOCUMENT_VERSION, ...forecast, prices: SNAPSHOT_PRICES }, undefined, 2)}\n`;
}
