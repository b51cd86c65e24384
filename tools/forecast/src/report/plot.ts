import { type ForecastBand } from "@groundwork/snapshot-lifecycle";

const HEIGHT = 8;

/** How many columns a month may take. */
const WIDEST = 4;

const BAND = "░";
const TYPICAL = "█";

/**
 * A plot for the terminal: what is between low and high, and what is typical, month by month.
 *
 * @param width How many columns it may take.
 */
export function plot(
  title: string,
  months: ForecastBand[],
  format: (value: number) => string,
  width: number,
): string[] {
  const most = Math.max(...months.map(({ high }) => high), Number.MIN_VALUE);
  const labels = Array.from({ length: HEIGHT }, (_, row) => format((most * (HEIGHT - row)) / HEIGHT));
  const gutter = Math.max(...labels.map((label) => label.length));
  const columns = Math.max(1, Math.min(WIDEST * months.length, width - gutter - 3));
  const at = (column: number): ForecastBand => months[Math.floor((column * months.length) / columns)]!;
  const rowOf = (value: number): number => Math.min(HEIGHT - 1, Math.floor(HEIGHT - (value / most) * HEIGHT));
  const rows = labels.map((label, row) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const { low, typical, high } = at(column);
      return row === rowOf(typical) ? TYPICAL : row >= rowOf(high) && row <= rowOf(low) ? BAND : " ";
    });
    return `${label.padStart(gutter)} ┤${cells.join("")}`.trimEnd();
  });
  const last = `${months.length}`;
  const axis = `${" ".repeat(gutter + 1)}└${"─".repeat(columns)}`;
  const ends = `${" ".repeat(gutter + 2)}1${last.padStart(columns - 1)} months`;
  return [title, ...rows, axis, ends];
}

/** What the signs of a plot stand for. */
export const LEGEND = `${TYPICAL} typical, ${BAND} low to high`;
