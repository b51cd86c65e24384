import { isInteractive, type TerminalStream } from "./style";
import { cleanLine, count, counted, seconds, truncate } from "./text";

/** The terminal that the progress line is written to. */
export interface ProgressStream extends TerminalStream {
  write(text: string): unknown;
}

/** The progress line of a run. Every method does nothing where there is no terminal to rewrite a line on. */
export interface Progress {
  /** Says that a stack's preview has begun. */
  start(stack: string): void;
  /** Says that a program registered a resource. */
  resource(): void;
  /** Says that a stack's preview has ended. */
  finish(stack: string): void;
  /** Takes the line away so that something else can be printed; it comes back with the next frame. */
  clear(): void;
  /** Takes the line away for good. */
  stop(): void;
}

/** What a progress line needs to know. */
export interface ProgressOptions {
  /** How many stacks will be previewed. */
  stacks: number;
  /** Whether the line is wanted; pass `false` with `--json`. @default true */
  enabled?: boolean;
  /** @default process.env */
  env?: NodeJS.ProcessEnv;
  /** The time in milliseconds. @default Date.now */
  now?: () => number;
}

/** How often the line is rewritten, in milliseconds: fast enough to look alive, too slow to cost anything. */
export const FRAME_MS = 80;

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const ERASE = "\r\u001b[2K";

const SILENT: Progress = {
  start: () => undefined,
  resource: () => undefined,
  finish: () => undefined,
  clear: () => undefined,
  stop: () => undefined,
};

/** Starts the progress line of a run. It does not keep the process alive. */
export function createProgress(stream: ProgressStream, options: ProgressOptions): Progress {
  if (options.enabled === false || !isInteractive(stream, options.env)) {
    return SILENT;
  }
  return new ProgressLine(stream, options.stacks, options.now ?? Date.now);
}

class ProgressLine implements Progress {
  private readonly running = new Set<string>();
  private readonly began: number;
  private readonly timer: NodeJS.Timeout;
  private finished = 0;
  private resources = 0;
  private frame = 0;
  private drawn = false;

  constructor(
    private readonly stream: ProgressStream,
    private readonly stacks: number,
    private readonly now: () => number,
  ) {
    this.began = now();
    this.timer = setInterval(() => this.draw(), FRAME_MS);
    this.timer.unref();
  }

  start(stack: string): void {
    this.running.add(stack);
  }

  resource(): void {
    this.resources += 1;
  }

  finish(stack: string): void {
    if (this.running.delete(stack)) {
      this.finished += 1;
    }
  }

  clear(): void {
    if (this.drawn) {
      this.stream.write(ERASE);
      this.drawn = false;
    }
  }

  stop(): void {
    clearInterval(this.timer);
    this.clear();
  }

  private draw(): void {
    const frame = FRAMES[this.frame++ % FRAMES.length] ?? "";
    const parts = [
      seconds(this.now() - this.began),
      counted(this.resources, "resource"),
      ...(this.stacks > 1 ? [`${count(this.finished)} of ${count(this.stacks)} stacks done`] : []),
      ...(this.running.size > 0 ? [[...this.running].map(cleanLine).join(", ")] : []),
    ];
    // One column stays free: a terminal may wrap a line that fills its last one, and then no longer erases it whole.
    const line = truncate(`${frame} ${parts.join(" · ")}`, (this.stream.columns ?? 80) - 1);
    this.stream.write(ERASE + line);
    this.drawn = true;
  }
}
