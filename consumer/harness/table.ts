/** One cell of the table. */
interface Row {
  subject: string;
  manager: string;
  step: string;
  result: string;
}

const rows: Row[] = [];

/** Notes a result in the table. */
export function note(subject: string, manager: string, name: string, result: string): void {
  rows.push({ subject, manager, step: name, result });
}

/** Runs a step, and notes in the table how it went and how long it took. */
export function step<T>(subject: string, manager: string, name: string, work: () => T): T {
  const started = performance.now();
  let result = "FAILED";
  try {
    const value = work();
    result = "ok";
    return value;
  } finally {
    note(subject, manager, name, `${result} ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}

/** Notes a step that cannot be taken here, and says so aloud. */
export function skipped(subject: string, manager: string, name: string, reason: string): void {
  note(subject, manager, name, "skipped");
  process.stderr.write(`CONSUMER TEST SKIPPED: ${subject}, ${name}: ${reason}\n`);
}

/** The table of all steps: a line for each package and manager. */
export function table(): string {
  const lines = new Map<string, string[]>();
  for (const { subject, manager, step: name, result } of rows) {
    const key = `${subject.padEnd(30)} ${manager.padEnd(6)}`;
    lines.set(key, [...(lines.get(key) ?? []), `${name}: ${result}`]);
  }
  return [...lines].map(([key, cells]) => `${key} ${cells.join("  ")}`).join("\n");
}

after(() => {
  if (rows.length > 0) {
    process.stdout.write(`\n${table()}\n`);
  }
});
