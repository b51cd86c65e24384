import { type TerminalStyle } from "@groundwork/preflight";
import { type ForecastBand } from "@groundwork/snapshot-lifecycle";
import { type EnvironmentForecast, type PolicyForecast } from "../forecast";
import { LEGEND, plot } from "./plot";
import { amountInWords, dollarsInWords, scheduleInWords } from "./words";

const INDENT = "  ";

/** The forecast of an environment for the terminal. */
export function toText({ environment, policies, notes }: EnvironmentForecast, style: TerminalStyle): string {
  const { bold, dim } = style.colours;
  const total = sum(policies.map(({ forecast }) => forecast.steady.monthlyCost));
  return [
    ...policies.flatMap((policy) => [...policyLines(policy, style), ""]),
    ...notes.map((note) => dim(note)),
    bold(`${environment}: $${dollarsInWords(total.typical)} a month`) +
      ` in the last year of the forecast, between $${dollarsInWords(total.low)} and $${dollarsInWords(total.high)}`,
    "",
  ].join("\n");
}

function policyLines(policy: PolicyForecast, style: TerminalStyle): string[] {
  const { region, schedules, volumes, additions, forecast } = policy;
  const { bold, dim } = style.colours;
  const { steady, storedGiB, costs } = forecast;
  const rows: Row[] = [
    ...additions.map(({ what, amount, unit, cost }) => row(what, amount, unit, cost)),
    row("together", steady.storedGiB, "GiB", steady.monthlyCost),
    row("the first month", storedGiB[0]!, "GiB", costs[0]!),
    ...restoreRows(policy),
  ];
  const growth = Math.max(steady.growthGiB.low, steady.growthGiB.typical, steady.growthGiB.high);
  return [
    bold(`${policy.policy} in ${region}`),
    ...schedules.map((schedule) => `${INDENT}${schedule.name}: ${scheduleInWords(schedule)}`),
    ...volumes.map(({ name, count = 1, sizeGiB, writtenGiB }) =>
      dim(`${INDENT}${count} of ${name}, ${sizeGiB} GiB, of which ${amountInWords(writtenGiB)} are written`),
    ),
    "",
    ...table(rows, additions.length).map((line) => INDENT + line),
    ...(steady.isReached
      ? []
      : [`${INDENT}The forecast ends before all that is kept has gone once: --months takes up to 120.`]),
    ...(growth > 0
      ? [`${INDENT}The volumes still grow by up to ${amountInWords(growth)} GiB a month at its end.`]
      : []),
    "",
    ...plot("stored GiB", storedGiB, amountInWords, style.width - 2).map((line) => INDENT + line),
    "",
    ...plot("$ a month", costs, dollarsInWords, style.width - 2).map((line) => INDENT + line),
    INDENT + dim(LEGEND),
  ];
}

/** What a restore from the archive costs, where there is one. */
function restoreRows({ forecast: { restoreCost, newestGiB } }: PolicyForecast): Row[] {
  return restoreCost === undefined ? [] : [row("one restore of each volume", newestGiB.at(-1)!, "GiB", restoreCost)];
}

/** The cells of a row. */
type Row = string[];

const HEAD: Row = ["average month of the last year", "low", "typical", "high", "", "$ low", "typical", "high"];

function row(what: string, amount: ForecastBand, unit: string, cost: ForecastBand): Row {
  const cells = (band: ForecastBand, format: (value: number) => string): string[] =>
    [band.low, band.typical, band.high].map(format);
  return [what, ...cells(amount, amountInWords), unit, ...cells(cost, dollarsInWords)];
}

/** The lines of a table, of which a rule ends the first rows. */
function table(rows: Row[], ruled: number): string[] {
  const widths = HEAD.map((head, column) => Math.max(...[HEAD, ...rows].map((each) => each[column]!.length)));
  const isText = [0, 4];
  const line = (cells: Row): string =>
    cells
      .map((cell, column) => (isText.includes(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join("  ")
      .trimEnd();
  const rule = "─".repeat(widths.reduce((all, width) => all + width + 2, -2));
  return [line(HEAD), rule, ...rows.slice(0, ruled).map(line), rule, ...rows.slice(ruled).map(line)];
}

function sum(all: ForecastBand[]): ForecastBand {
  return all.reduce(
    (one, other) => ({ low: one.low + other.low, typical: one.typical + other.typical, high: one.high + other.high }),
    { low: 0, typical: 0, high: 0 },
  );
}
