// Measures the compiled pack with every rule enabled against an empty pack, each in a process of its own, by turns. What
// counts are the processor's times and the differences within one run: another machine, or a busy one, has others.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const RUNS = 5;
const SIZES = [1000, 10_000];
const POLICIES = path.join(import.meta.dirname, "..");
const resolve = createRequire(import.meta.url).resolve;
const HOST = resolve("@pulumi/pulumi/cmd/run-policy-pack");
const MODULES = path.join(path.dirname(resolve("@pulumi/policy/package.json")), "..", "..");

const scratch = mkdtempSync(path.join(realpathSync(tmpdir()), "policies-bench-"));
try {
  symlinkSync(MODULES, path.join(scratch, "node_modules"));
  const packs = { empty: emptyPack(), groundwork: compiledPack() };
  console.log(`Node.js ${process.version}, medians of ${RUNS} runs, every rule enabled; over an empty pack:`);
  console.log("resources  start-up s  Analyze ms each  AnalyzeStack ms each  together  memory MiB  violations");
  for (const size of SIZES) {
    const runs = Array.from({ length: RUNS }, () =>
      Object.fromEntries(Object.entries(packs).map(([name, folder]) => [name, run(folder, size)])),
    );
    const over = (of) => median(runs.map(({ empty, groundwork }) => of(groundwork) - of(empty)));
    const each = (seconds) => ((seconds * 1000) / size).toFixed(3);
    const cells = [
      String(size).padStart(9),
      over(({ start }) => start)
        .toFixed(2)
        .padStart(10),
      each(over(({ analyze }) => analyze)).padStart(15),
      each(over(({ stack }) => stack)).padStart(20),
      each(over(({ analyze, stack }) => analyze + stack)).padStart(8),
      over(({ peakMiB }) => peakMiB)
        .toFixed(0)
        .padStart(10),
      String(runs[0].groundwork.said).padStart(10),
    ];
    console.log(cells.join("  "));
  }
} finally {
  rmSync(scratch, { recursive: true });
}

function emptyPack() {
  const folder = path.join(scratch, "empty");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "package.json"), '{ "name": "empty", "version": "1.0.0", "main": "index.js" }');
  writeFileSync(
    path.join(folder, "index.js"),
    'new (require("@pulumi/policy").PolicyPack)("empty", { policies: [] });\n',
  );
  return folder;
}

function compiledPack() {
  const folder = path.join(scratch, "groundwork");
  mkdirSync(path.join(folder, "bin"), { recursive: true });
  ["package.json", "main.js"].forEach((file) => cpSync(path.join(POLICIES, file), path.join(folder, file)));
  execFileSync(process.execPath, [path.join(POLICIES, "build.mjs"), path.join(folder, "bin", "index.js")]);
  return folder;
}

function run(folder, size) {
  const inside = path.join(import.meta.dirname, "inside.js");
  const output = execFileSync(process.execPath, ["-r", inside, HOST, "127.0.0.1:1", "."], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, BENCH_RESOURCES: String(size) },
  });
  return JSON.parse(output);
}

function median(numbers) {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
}
