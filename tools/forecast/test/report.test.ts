import assert from "node:assert/strict";
import { type ForecastBand } from "@groundwork/snapshot-lifecycle";
import { plot } from "../src/report/plot";
import { toSvg } from "../src/report/svg";
import { toText } from "../src/report/terminal";
import { amountInWords, dollarsInWords, scheduleInWords } from "../src/report/words";
import { FORECAST, PLAIN } from "./support";

describe("the report", () => {
  it("says of each thing what it adds, and what all come to", () => {
    const lines = toText(FORECAST, PLAIN).split("\n");
    const about = (what: string): string =>
      lines
        .find((line) => line.trim().startsWith(what))!
        .trim()
        .replace(/ {2,}/g, " ");
    assert.equal(lines[0], "nightly in eu-west-1");
    assert.equal(about("daily:"), "daily: each day at 03:00, kept for 7 days, copied to us-east-1 for 10 days");
    assert.equal(about("2 of data"), "2 of data, 200 GiB, of which 50.0 are written");
    // Two volumes of 50 GiB, and what is overwritten between seven snapshots, or ten copies.
    assert.equal(about("the newest snapshots"), "the newest snapshots 100 100 100 GiB 5.00 5.00 5.00");
    assert.equal(about("older snapshots"), "older snapshots 12.0 24.0 36.0 GiB 0.60 1.20 1.80");
    assert.equal(about("copies in us-east-1"), "copies in us-east-1 118 136 154 GiB 5.90 6.80 7.70");
    assert.equal(about("sending copies"), "sending copies 60.8 122 183 GiB sent 1.22 2.43 3.65");
    assert.equal(about("together"), "together 230 260 290 GiB 12.72 15.43 18.15");
    assert.equal(about("the first month"), "the first month 225 250 276 GiB 14.44 16.91 19.39");
    const total = "test: $15.43 a month in the last year of the forecast, between $12.72 and $18.15";
    assert.equal(lines.at(-2), total);
    assert.ok(lines.includes("shared is not forecast: it is disabled."));
  });

  it("says what is written anew, and where the forecast ends too early", () => {
    const [policy] = FORECAST.policies;
    const steady = { ...policy!.forecast.steady, isReached: false, growthGiB: { low: 0, typical: 2, high: 3 } };
    const text = toText({ ...FORECAST, policies: [{ ...policy!, forecast: { ...policy!.forecast, steady } }] }, PLAIN);
    assert.match(text, /The forecast ends before all that is kept has gone once: --months takes up to 120\./);
    assert.match(text, /The volumes still grow by up to 3\.0 GiB a month at its end\./);
    assert.doesNotMatch(toText(FORECAST, PLAIN), /still grow|ends before/);
  });

  it("plots what is typical within what may be", () => {
    const months: ForecastBand[] = [
      { low: 0, typical: 1, high: 2 },
      { low: 4, typical: 6, high: 8 },
    ];
    assert.deepEqual(plot("GiB", months, String, 20), [
      "GiB",
      "8 ┤    ░░░░",
      "7 ┤    ░░░░",
      "6 ┤    ████",
      "5 ┤    ░░░░",
      "4 ┤    ░░░░",
      "3 ┤",
      "2 ┤░░░░",
      "1 ┤████",
      "  └────────",
      "   1      2 months",
    ]);
  });

  it("plots many months in the columns that there are", () => {
    const months = Array.from({ length: 120 }, (_, month): ForecastBand => ({
      low: month,
      typical: month,
      high: month,
    }));
    const lines = plot("GiB", months, (value) => value.toFixed(0), 30);
    assert.ok(
      lines.every((line) => line.length <= 38),
      lines.join("\n"),
    );
    assert.equal(lines[1]!.at(-1), "█");
  });

  it("draws a picture of each policy, in which names are only text", async () => {
    const [policy] = FORECAST.policies;
    const named = { ...policy!, policy: '<a & "b">' };
    const svg = await toSvg({ ...FORECAST, policies: [named, policy!] });
    assert.equal(svg.match(/fill="none"/g)?.length, 4);
    assert.ok(svg.includes("&#60;a &#38; &#34;b&#34;&#62; in eu-west-1"));
    assert.ok(!svg.includes("<a"));
    assert.match(await toSvg({ ...FORECAST, policies: [] }), /<\/svg>\n$/);
  });

  it("writes numbers as exactly as they can be known, and schedules as a person would", () => {
    assert.deepEqual([-0.01, 0.04, 12.34, 123.4, 12_345].map(amountInWords), ["0.0", "0.0", "12.3", "123", "12,345"]);
    assert.deepEqual([-0.001, 1.004, 1234.5].map(dollarsInWords), ["0.00", "1.00", "1,234.50"]);
    assert.equal(
      scheduleInWords({
        name: "monthly",
        cron: "cron(0 3 1 * ? *)",
        retain: { count: 2 },
        archive: { days: 365 },
        fastRestore: { zones: ["a", "b"], retain: { days: 1 } },
      }),
      "cron(0 3 1 * ? *), kept until 2 newer ones are there, then archived for 365 days, restored fast in 2 zones for 1 day",
    );
    const every = (intervalHours: number): string =>
      scheduleInWords({ name: "often", intervalHours, retain: { days: 1 } });
    assert.deepEqual([every(1), every(6)], ["each hour, kept for 1 day", "each 6 h from 03:00, kept for 1 day"]);
  });
});
