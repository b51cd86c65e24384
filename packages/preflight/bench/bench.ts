/**
 * Measures previews with the policy pack, from process start to exit; and beside them `pulumi preview` where a CLI is on
 * PATH. Seconds are of this machine at this moment: compare ratios of one run.
 */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { ProjectCopy, REPOSITORY } from "../test/conformance/harness/project";
import { Pulumi } from "../test/conformance/harness/pulumi";
import { measure, type Measurement, median } from "./measure";
import { writeVolumes } from "./volumes";

const RUNS = 5;
const SIZES = [10, 100, 1000];
const PREFLIGHT = path.join(REPOSITORY, "packages", "preflight", "bin", "preflight.js");
const PACK = path.join(REPOSITORY, "policies");
const PACK_CONFIG = path.join(PACK, "config", "{stack}.json");

interface Case {
  name: string;
  folder: string;
  /** Empty for every stack. */
  stack: string;
  /** Prepares the same for the Pulumi CLI; absent where it takes one stack at a time. */
  project?: () => ProjectCopy;
}

async function main(): Promise<void> {
  const scratch = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "bench-"));
  const cases: Case[] = [
    { name: "environment dev", folder: REPOSITORY, stack: "dev", project: () => ProjectCopy.ofRepository() },
    { name: "all environments", folder: REPOSITORY, stack: "" },
    ...SIZES.map((count) => {
      const folder = path.join(scratch, String(count));
      writeVolumes(folder, count, path.join(REPOSITORY, "node_modules"));
      return { name: `${count} volumes`, folder, stack: "dev", project: () => ProjectCopy.ofFolder(folder) };
    }),
  ];
  const withCli = spawnSync("pulumi", ["version"], { stdio: "ignore" }).status === 0;
  console.log(`${os.availableParallelism()} cores, Node.js ${process.version}, median of ${RUNS} runs`);
  if (!withCli) {
    console.log("no `pulumi` on PATH: nothing to compare with");
  }
  console.log(row(["case", "first s", "median s", "best s", "peak MiB", ...(withCli ? ["pulumi s", "ratio"] : [])]));
  try {
    for (const benchmark of cases) {
      await run(benchmark, withCli);
    }
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

async function run(benchmark: Case, withCli: boolean): Promise<void> {
  const first = await preflight(benchmark);
  const runs: Measurement[] = [];
  for (let count = 0; count < RUNS; count++) {
    runs.push(await preflight(benchmark));
  }
  const seconds = median(runs.map((each) => each.seconds));
  const cells = [
    benchmark.name,
    first.seconds.toFixed(2),
    seconds.toFixed(2),
    Math.min(...runs.map((each) => each.seconds)).toFixed(2),
    Math.max(...runs.map((each) => each.peakMiB)).toFixed(0),
  ];
  if (withCli && benchmark.project !== undefined) {
    const engine = await pulumi(benchmark, benchmark.project);
    cells.push(engine.toFixed(2), (engine / seconds).toFixed(1));
  }
  console.log(row(cells));
}

async function preflight({ folder, stack }: Case): Promise<Measurement> {
  const stacks = stack === "" ? [] : ["--stack", stack];
  const args = [PREFLIGHT, "--cwd", folder, ...stacks, "--policy-pack", PACK, "--policy-pack-config", PACK_CONFIG];
  const measured = await measure(process.execPath, args, REPOSITORY);
  if (measured.code !== 0) {
    throw new Error(`preflight ended with ${measured.code}:\n${measured.output}`);
  }
  return measured;
}

/** The seconds of `pulumi preview` on the same, the better of two runs. */
async function pulumi({ stack }: Case, project: () => ProjectCopy): Promise<number> {
  const copy = project();
  try {
    const cli = new Pulumi(copy);
    await cli.init(stack);
    const config = PACK_CONFIG.replace("{stack}", stack);
    const seconds: number[] = [];
    for (let count = 0; count < 2; count++) {
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
