import * as assert from "node:assert/strict";
import { setImmediate as nextTurn, setTimeout as delay } from "node:timers/promises";
import { Turns } from "../../src/preload/turns";

type Answer = (error: unknown, response?: string) => void;

/** A program's registrations, each prepared and then sent to whoever answers. */
class Program {
  readonly prepared: number[] = [];
  readonly sent = new Map<number, Answer>();
  private readonly turns = new Turns();
  private readonly prepare = this.turns.inTurn((index: number) => Promise.resolve(this.prepared.push(index)));
  private readonly send = this.turns.counted((...args) => this.sent.set(args[0] as number, args[1] as Answer));

  /** @param prepared What a registration waits for once it is its turn. */
  async register(index: number, prepared = Promise.resolve()): Promise<string> {
    await this.prepare(index);
    await prepared;
    return new Promise((resolve, reject) =>
      this.send(index, (error: Error | null, response: string) => (error === null ? resolve(response) : reject(error))),
    );
  }

  registerMany(count: number): Promise<string>[] {
    return Array.from({ length: count }, (_, index) => this.register(index));
  }

  answer(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      this.sent.get(index)?.(null, `urn ${index}`);
    }
  }
}

/** Waits for all that needs no answer. */
async function settled(): Promise<void> {
  await nextTurn();
  await nextTurn();
  await nextTurn();
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe("Turns", () => {
  it("has 32 registrations under way at once, in the order in which they came", async () => {
    const program = new Program();
    void program.registerMany(100);
    await settled();
    assert.deepEqual(program.prepared, upTo(32));
    assert.deepEqual([...program.sent.keys()], upTo(32));
  });

  it("lets as many go as have been answered, once that are half", async () => {
    const program = new Program();
    void program.registerMany(100);
    await settled();
    program.answer(0, 15);
    await settled();
    assert.deepEqual(program.prepared, upTo(32));
    program.answer(15, 16);
    await settled();
    assert.deepEqual(program.prepared, upTo(48));
  });

  it("answers each registration with what it was answered, and an error with the error", async () => {
    const program = new Program();
    const [first, second] = program.registerMany(2) as [Promise<string>, Promise<string>];
    await settled();
    program.sent.get(1)?.(new Error("refused"));
    program.answer(0, 1);
    assert.equal(await first, "urn 0");
    await assert.rejects(second, /refused/);
  });

  it("lets others go while those that had their turn are not sent: they may wait for them", async () => {
    const program = new Program();
    const waiting = upTo(40).map((index) => program.register(index, new Promise(() => undefined)));
    const last = program.register(40);
    await settled();
    program.answer(40, 41);
    assert.equal(await last, "urn 40");
    assert.equal(waiting.length, 40);
  });

  it("lets others go in the end while nothing is answered: the answers may wait for them", async () => {
    const program = new Program();
    void program.registerMany(40);
    await delay(1000);
    assert.deepEqual(program.prepared, upTo(40));
  });
});
