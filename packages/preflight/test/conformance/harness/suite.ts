import { spawnSync } from "node:child_process";
import { inLane } from "./lanes";

/** The message where the suite cannot run, and `undefined` where it can. */
const missing = whyNot();

if (missing !== undefined) {
  process.stderr.write(`ENGINE SUITE SKIPPED: ${missing}\n`);
}

function whyNot(): string | undefined {
  const { error, status } = spawnSync("pulumi", ["version"], { stdio: "ignore" });
  if (error !== undefined) {
    return "there is no `pulumi` CLI on PATH, so nothing was compared with Pulumi's own engine.";
  }
  return status === 0 ? undefined : `\`pulumi version\` ended with ${status}, so nothing was compared with its engine.`;
}

/** A `describe` that needs the real engine: pending where there is none. */
export function describeEngine(title: string, body: () => void): void {
  (missing === undefined ? describe : describe.skip)(title, body);
}

/** Tests that need the real engine and not each other: all of them start at once, as far as there are lanes. */
export function itEach<T>(cases: T[], title: (item: T) => string, test: (item: T) => Promise<void>): void {
  let started: Promise<void>[] = [];
  before(() => {
    started = cases.map((item) => inLane(() => test(item)));
  });
  cases.forEach((item, index) => {
    it(title(item), () => started[index]);
  });
}
