// Measures a forecast of ten years of hourly snapshots with three copies, low, typical and high, by how long they are kept: each in
// a process of its own, the processor's time of its first forecast and the median of the next. Compare ratios: other machines have others.
import { execFileSync } from "node:child_process";
import { type ForecastArgs, forecastSnapshots } from "@groundwork/snapshot-lifecycle";

const RUNS = 9;
const YEAR = 365;
const RETENTIONS = [7, 35, YEAR, 10 * YEAR];

/** Three copies, each kept for another time, so that none can be taken for another. */
function tenYears(days: number): ForecastArgs {
  const band = (typical: number): { low: number; typical: number; high: number } => ({
    low: typical / 2,
    typical,
    high: typical * 2,
  });
  const regions = ["us-east-1", "eu-central-1", "ap-northeast-1"];
  return {
    region: "eu-west-1",
    months: 120,
    volumes: [{ sizeGiB: 2000, writtenGiB: 200, changedGiB: band(1), addedGiB: band(0.01), everyHours: 1 }],
    schedules: [
      {
        name: "hourly",
        intervalHours: 1,
        retain: { days },
        copies: regions.map((region, index) => ({ region, retainDays: days + index + 1 })),
      },
    ],
  };
}

function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function measure(days: number): { first: number; next: number; peakMiB: number } {
  const before = process.resourceUsage().maxRSS;
  const run = (): number => timeOf(() => forecastSnapshots(tenYears(days)));
  const first = run();
  const next = Array.from({ length: RUNS }, run).sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
  return { first, next, peakMiB: (process.resourceUsage().maxRSS - before) / 1024 };
}

const only = process.argv[2];
if (only === undefined) {
  console.log(
    `Node.js ${process.version}: ten years of hourly snapshots and three copies, low, typical and high; processor's time`,
  );
  console.log("kept for days  kept at the end  first ms  next ms  memory added MiB");
  for (const days of RETENTIONS) {
    const output = execFileSync(process.execPath, [...process.execArgv, __filename, String(days)], {
      encoding: "utf8",
    });
    const { first, next, peakMiB } = JSON.parse(output) as ReturnType<typeof measure>;
    const cells = [days, 4 * 24 * days + 6 * 24, first.toFixed(0), next.toFixed(0), peakMiB.toFixed(0)];
    console.log(cells.map((cell, index) => String(cell).padStart([13, 15, 8, 7, 16][index]!)).join("  "));
  }
} else {
  console.log(JSON.stringify(measure(Number(only))));
}
