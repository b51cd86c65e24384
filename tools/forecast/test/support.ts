import { type Json, type ResourceReport, type TerminalStyle, terminalStyle } from "@groundwork/preflight";
import { environmentOf } from "../src/environment/environment";
import { type ForecastFile } from "../src/figures";
import { type EnvironmentForecast, forecastEnvironment } from "../src/forecast";

/** Without colours, 100 columns wide. */
export const PLAIN: TerminalStyle = terminalStyle({}, {});

/** A resource as a preview shows it. */
export function resource(
  type: string,
  name: string,
  inputs: Record<string, Json>,
  propertyDependencies: Record<string, string[]> = {},
): ResourceReport {
  return {
    urn: urnOf(name),
    type,
    name,
    custom: true,
    external: false,
    inputs,
    dependencies: [],
    propertyDependencies,
    options: { ignoreChanges: [], replaceOnChanges: [], additionalSecretOutputs: [], aliases: [] },
  };
}

export function urnOf(name: string): string {
  return `urn:of:${name}`;
}

/** A policy that looks for volumes tagged `Backup: daily`, with details of its own. */
export function policy(
  name: string,
  details: Record<string, Json> = {},
  inputs: Record<string, Json> = {},
): ResourceReport {
  return resource("aws:dlm/lifecyclePolicy:LifecyclePolicy", name, {
    region: "eu-west-1",
    state: "ENABLED",
    policyDetails: {
      policyType: "EBS_SNAPSHOT_MANAGEMENT",
      resourceTypes: ["VOLUME"],
      targetTags: { Backup: "daily" },
      schedules: [
        {
          name: "daily",
          createRule: { interval: 24, intervalUnit: "HOURS", times: "03:00" },
          retainRule: { interval: 7, intervalUnit: "DAYS" },
        },
      ],
      ...details,
    },
    ...inputs,
  });
}

/** A volume of 200 GiB that is tagged so. */
export function volume(name: string, inputs: Record<string, Json> = {}): ResourceReport {
  return resource("aws:ebs/volume:Volume", name, { size: 200, tags: { Backup: "daily" }, ...inputs });
}

/** Of 200 GiB 50 are written, of which 1 to 3 change in a day. */
export const FIGURES: ForecastFile = {
  defaults: {
    writtenPercent: 25,
    changedPercent: { low: 0.5, typical: 1, high: 1.5 },
    addedPercent: { low: 0, typical: 0, high: 0 },
  },
};

const copies: Json = [{ target: "us-east-1", retainRule: { interval: 10, intervalUnit: "DAYS" }, cmkArn: "[unknown]" }];

/** Two volumes that are snapshotted daily, and copied. */
export const FORECAST: EnvironmentForecast = forecastEnvironment(
  environmentOf("test", [
    volume("data"),
    policy("nightly", {
      schedules: [
        {
          name: "daily",
          createRule: { interval: 24, intervalUnit: "HOURS", times: ["03:00"] },
          retainRule: { interval: 7, intervalUnit: "DAYS" },
          crossRegionCopyRules: copies,
        },
      ],
    }),
    policy("shared", {}, { state: "DISABLED" }),
  ]),
  { ...FIGURES, environments: { test: { data: { count: 2 } } } },
);
