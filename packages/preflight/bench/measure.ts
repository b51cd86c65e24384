import { spawn } from "node:child_process";
import * as fs from "node:fs";
import { type Readable } from "node:stream";

/** How often the memory of a process and its children is read, in milliseconds. */
const SAMPLE_MS = 50;

/** Runs a command, and tells as a shell does what time of the processor it and all below it took. */
const TIMED = ["-c", '"$@"; code=$?; times >&3; exit $code', "sh"];

/** What one run of a command took. */
export interface Measurement {
  seconds: number;
  /** Of the processor, by the process and all below it. */
  cpuSeconds: number;
  /**
   * The largest memory of the process and all below it, pages that they share counted once; 0 where the system does not
   * tell.
   */
  peakMiB: number;
  code: number;
  output: string;
}

/** Runs a command from process start to exit. */
export function measure(command: string, args: string[], cwd: string, env = process.env): Promise<Measurement> {
  const started = process.hrtime.bigint();
  const child = spawn("sh", [...TIMED, command, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  let output = "";
  let times = "";
  const [, out, errors, told] = child.stdio as unknown as [null, Readable, Readable, Readable];
  for (const stream of [out, errors]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  told.setEncoding("utf8").on("data", (text: string) => (times += text));
  let peakMiB = 0;
  const sampler = setInterval(() => (peakMiB = Math.max(peakMiB, residentMiB(child.pid ?? 0))), SAMPLE_MS);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(sampler);
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      resolve({ seconds, cpuSeconds: sumOf(times), peakMiB, code: code ?? -1, output });
    });
  });
}

/** The sum of the times that a shell tells, such as `0m1.52s`. */
function sumOf(times: string): number {
  const parts = [...times.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

/** The resident memory of a process and all below it, as Linux's /proc tells it. */
function residentMiB(root: number): number {
  if (!fs.existsSync("/proc/self/smaps_rollup")) {
    return 0;
  }
  const children = new Map<number, number[]>();
  for (const name of fs.readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const parent = field(name, "status", /^PPid:\s+(\d+)/m);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const sum = (pid: number): number =>
    field(String(pid), "smaps_rollup", /^Pss:\s+(\d+) kB/m) +
    (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root) / 1024;
}

/** A number in a file of a process; 0 where the process has ended since it was listed. */
function field(pid: string, file: string, pattern: RegExp): number {
  try {
    return Number(pattern.exec(fs.readFileSync(`/proc/${pid}/${file}`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** The middle one of several numbers. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
