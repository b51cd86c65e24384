import { type ForecastBand } from "@groundwork/snapshot-lifecycle";
import { type EnvironmentForecast } from "../forecast";
import { amountInWords, dollarsInWords } from "./words";

const WIDTH = 460;
const HEIGHT = 240;
const MARGIN = { top: 44, right: 16, bottom: 40, left: 64 };

const BAND = "#9ecae1";
const TYPICAL = "#08519c";
const INK = "#333333";
const GRID = "#dddddd";

/** One chart: what it shows, month by month. */
interface Chart {
  title: string;
  unit: string;
  months: ForecastBand[];
  format: (value: number) => string;
}

/** The forecast of an environment as a picture: for each policy what is stored, and what it costs. */
export async function toSvg({ environment, policies }: EnvironmentForecast): Promise<string> {
  const { scaleLinear } = await import("d3-scale");
  const { area, line } = await import("d3-shape");

  const chart = ({ title, unit, months, format }: Chart, left: number, top: number): string => {
    const x = scaleLinear()
      .domain([1, Math.max(2, months.length)])
      .range([MARGIN.left, WIDTH - MARGIN.right]);
    const y = scaleLinear()
      .domain([0, Math.max(...months.map(({ high }) => high)) || 1])
      .nice(5)
      .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
    const month = (_: ForecastBand, index: number): number => x(index + 1);
    const band = area<ForecastBand>()
      .x(month)
      .y0(({ low }) => y(low))
      .y1(({ high }) => y(high));
    const typical = line<ForecastBand>()
      .x(month)
      .y((each) => y(each.typical));
    const [right, bottom] = [WIDTH - MARGIN.right, HEIGHT - MARGIN.bottom];
    const rows = y
      .ticks(5)
      .map(
        (tick) =>
          `<path d="M${MARGIN.left},${y(tick)}H${right}" stroke="${GRID}"/>` +
          text(format(tick), MARGIN.left - 6, y(tick) + 4, "end"),
      );
    const columns = [...new Set([1, ...x.ticks(6).filter(Number.isInteger)])].map((tick) =>
      text(String(tick), x(tick), bottom + 16, "middle"),
    );
    return [
      `<g transform="translate(${left},${top})">`,
      text(title, MARGIN.left, 18, "start", "bold"),
      text(unit, MARGIN.left, 34, "start"),
      ...rows,
      ...columns,
      text("month", right, bottom + 32, "end"),
      `<path d="${band(months)}" fill="${BAND}" fill-opacity="0.6"/>`,
      `<path d="${typical(months)}" fill="none" stroke="${TYPICAL}" stroke-width="2"/>`,
      `</g>`,
    ].join("\n");
  };

  const [width, height] = [2 * WIDTH, Math.max(1, policies.length) * HEIGHT + 40];
  const charts = policies.flatMap(({ policy, region, forecast }, index) => {
    const title = `${policy} in ${region}`;
    const top = 40 + index * HEIGHT;
    return [
      chart({ title, unit: "stored GiB", months: forecast.storedGiB, format: amountInWords }, 0, top),
      chart({ title, unit: "US dollars a month", months: forecast.costs, format: dollarsInWords }, WIDTH, top),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" fill="${INK}">`,
    `<title>${escape(`What the snapshots of ${environment} will store and cost`)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<rect x="${MARGIN.left}" y="14" width="18" height="12" fill="${BAND}" fill-opacity="0.6"/>`,
    text("low to high", MARGIN.left + 24, 24, "start"),
    `<path d="M${MARGIN.left + 110},20h18" stroke="${TYPICAL}" stroke-width="2"/>`,
    text("typical", MARGIN.left + 134, 24, "start"),
    ...charts,
    "</svg>",
    "",
  ].join("\n");
}

function text(content: string, x: number, y: number, anchor: string, weight?: string): string {
  const bold = weight === undefined ? "" : ` font-weight="${weight}"`;
  return `<text x="${x}" y="${y}" text-anchor="${anchor}"${bold}>${escape(content)}</text>`;
}

function escape(content: string): string {
  return content.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
