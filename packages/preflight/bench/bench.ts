/**
 * Measures previews with the policy pack, from process start to exit; and beside them `pulumi preview` where a CLI is on
 * PATH. Seconds are of this machine at this moment: compare ratios of one run. With the directory of another checkout, its
 * preflight previews the same in turn with this one's.
 */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { ProjectCopy, REPOSITORY } from "../test/conformance/harness/project";
import { Pulumi } from "../test/conformance/harness/pulumi";
import { measure, type Measurement, median } from "./measure";
import { writeVolumes } from "./volumes";

const SIZES = [10, 100, 1000, 10_000];
const CHECKOUTS = [REPOSITORY, ...process.argv.slice(2)];
/** More than any preview takes. */
const TIMEOUT_SECONDS = "600";
const PACK = path.join(REPOSITORY, "policies");
const PACK_CONFIG = path.join(PACK, "config", "{stack}.json");

interface Case {
  name: string;
  folder: string;
  /** Empty for every stack. */
  stack: string;
  runs: number;
  /** Prepares the same for the Pulumi CLI; absent where it takes one stack at a time. */
  project?: () => ProjectCopy;
}

async function main(): Promise<void> {
  const scratch = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "bench-"));
  const cases: Case[] = [
    { name: "environment dev", folder: REPOSITORY, stack: "dev", runs: 5, project: () => ProjectCopy.ofRepository() },
    { name: "all environments", folder: REPOSITORY, stack: "", runs: 5 },
    ...SIZES.map((count) => {
      const folder = path.join(scratch, String(count));
      writeVolumes(folder, count, path.join(REPOSITORY, "node_modules"));
      const runs = count > 1000 ? 3 : 5;
      return { name: `${count} volumes`, folder, stack: "dev", runs, project: () => ProjectCopy.ofFolder(folder) };
    }),
  ];
  const withCli = spawnSync("pulumi", ["version"], { stdio: "ignore" }).status === 0;
  console.log(
    `${os.availableParallelism()} cores, Node.js ${process.version}, medians of 5 runs, and of 3 of the largest`,
  );
  if (!withCli) {
    console.log("no `pulumi` on PATH: nothing to compare with");
  }
  console.log(
    row(["case", "first s", "median s", "best s", "cpu s", "peak MiB", ...(withCli ? ["pulumi s", "ratio"] : [])]),
  );
  try {
    for (const benchmark of cases) {
      await run(benchmark, withCli);
    }
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

async function run(benchmark: Case, withCli: boolean): Promise<void> {
  const all = new Map<string, Measurement[]>(CHECKOUTS.map((checkout) => [checkout, []]));
  for (let count = 0; count <= benchmark.runs; count++) {
    for (const [checkout, runs] of all) {
      runs.push(await preflight(benchmark, checkout));
    }
  }
  for (const [checkout, [first, ...runs]] of all) {
    const seconds = median(runs.map((each) => each.seconds));
    const cells = [
      checkout === REPOSITORY ? benchmark.name : `  ${path.basename(checkout)}`,
      first?.seconds.toFixed(2) ?? "",
      seconds.toFixed(2),
      Math.min(...runs.map((each) => each.seconds)).toFixed(2),
      median(runs.map((each) => each.cpuSeconds)).toFixed(2),
      Math.max(...runs.map((each) => each.peakMiB)).toFixed(0),
    ];
    if (withCli && checkout === REPOSITORY && benchmark.project !== undefined) {
      const engine = await pulumi(benchmark, benchmark.project);
      cells.push(engine.toFixed(2), (engine / seconds).toFixed(1));
    }
    console.log(row(cells));
  }
}

async function preflight({ folder, stack }: Case, checkout: string): Promise<Measurement> {
  const command = path.join(checkout, "packages", "preflight", "bin", "preflight.js");
  const stacks = stack === "" ? [] : ["--stack", stack];
  const pack = ["--policy-pack", PACK, "--policy-pack-config", PACK_CONFIG];
  const args = [command, "--cwd", folder, ...stacks, ...pack, "--timeout", TIMEOUT_SECONDS];
  const measured = await measure(process.execPath, args, REPOSITORY);
  if (measured.code !== 0) {
    throw new Error(`preflight ended with ${measured.code}:\n${measured.output}`);
  }
  return measured;
}

/** The seconds of `pulumi preview` on the same, the best of half as many runs. */
async function pulumi({ stack, runs }: Case, project: () => ProjectCopy): Promise<number> {
  const copy = project();
  try {
    const cli = new Pulumi(copy);
    await cli.init(stack);
    const config = PACK_CONFIG.replace("{stack}", stack);
    const seconds: number[] = [];
    for (let count = 0; count < Math.floor(runs / 2); count++) {
      const started = process.hrtime.bigint();
      const { code, output } = await cli.run(["preview", "--policy-pack", PACK, "--policy-pack-config", config], stack);
      if (code !== 0) {
        throw new Error(`pulumi preview ended with ${code}:\n${output}`);
      }
      seconds.push(Number(process.hrtime.bigint() - started) / 1e9);
    }
    return Math.min(...seconds);
  } finally {
    copy.remove();
  }
}

function row([name = "", ...cells]: string[]): string {
  return [name.padEnd(18), ...cells.map((cell) => cell.padStart(9))].join(" ");
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
