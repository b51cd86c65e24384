/** How many registrations are under way at once: as many as an engine on a machine with two cores works on. */
const AT_ONCE = 32;

/** After how long as many again go, since those under way may be waiting for them, in milliseconds. */
const PATIENCE_MS = 100;

type Call = (...args: unknown[]) => unknown;

/**
 * Lets a program's resources register some at a time, in the order in which they were made. The SDK would prepare and send
 * all at once: of 10,000 volumes, the program's process took 650 instead of 400 MiB, and 15 % more of the processor's
 * time for all that lived too long (Node.js 20).
 */
export class Turns {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];
  private planned: NodeJS.Immediate | undefined;
  private patience: NodeJS.Timeout | undefined;

  /** The work that prepares a registration, once it is its turn. */
  inTurn<Arguments extends unknown[], Result>(prepare: (...args: Arguments) => Promise<Result>) {
    return async (...args: Arguments): Promise<Result> => {
      await new Promise<void>((go) => {
        this.waiting.push(go);
        this.plan();
      });
      return prepare(...args);
    };
  }

  /** The call that registers a resource, which is under way until it is answered. */
  counted(register: Call): Call {
    const began = () => (this.underWay += 1);
    const ended = () => {
      this.underWay -= 1;
      this.plan();
    };
    return function (this: unknown, ...args) {
      const answer = args.at(-1) as Call;
      began();
      return register.call(this, ...args.slice(0, -1), (...answered: unknown[]) => {
        ended();
        answer(...answered);
      });
    };
  }

  /** Many go at once, so that what they send and receive is read and written at once. */
  private plan(): void {
    if (this.waiting.length > 0 && this.underWay <= AT_ONCE / 2) {
      this.planned ??= setImmediate(() => this.go(AT_ONCE - this.underWay));
    }
  }

  private go(count: number): void {
    this.planned = undefined;
    clearTimeout(this.patience);
    this.waiting.splice(0, count).forEach((go) => go());
    if (this.waiting.length > 0) {
      this.patience = setTimeout(() => this.go(AT_ONCE), PATIENCE_MS);
      this.plan();
    }
  }
}
