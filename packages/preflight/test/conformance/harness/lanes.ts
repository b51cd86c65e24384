/** How many runs go on at once. Each keeps a processor busy; more would only wait for each other. */
const LANES = 2;

let free = LANES;
const waiting: (() => void)[] = [];

/** Starts a job as soon as a lane is free. Its failure is told to whoever awaits it, however late. */
export function inLane<T>(job: () => Promise<T>): Promise<T> {
  const result = take().then(job).finally(release);
  result.catch(() => undefined);
  return result;
}

async function take(): Promise<void> {
  if (free === 0) {
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    free--;
  }
}

function release(): void {
  const next = waiting.shift();
  if (next === undefined) {
    free++;
  } else {
    next();
  }
}
