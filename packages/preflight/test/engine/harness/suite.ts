import { spawnSync } from "node:child_process";

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
