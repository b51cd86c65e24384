import { spawnSync } from "node:child_process";
import { inLane } from "./lanes";

/** The message where the suite cannot run, and `undefined` where it can. */
const missing = whyNot();

if (missing !== undefined) {
  process.stderr.write(`ENGINE SUITE SKIPPED: ${missing}\n`);
}

/** The types that the stand-in knows no facts of and was asked for. */
const unknownTypes = new Set<string>();

/** Says at the end of the suite that some types were taken for ones that nothing replaces and nothing refuses. */
export function sayUnknown(types: string[]): void {
  types.forEach((type) => unknownTypes.add(type));
}

process.on("exit", () => {
  if (unknownTypes.size > 0) {
    const list = [...unknownTypes].sort().join(", ");
    process.stderr.write(`NO FACTS about how AWS changes ${list}: what these edits showed of them proves nothing.\n`);
  }
});

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
