import * as assert from "node:assert/strict";
import { createProgress, type ProgressOptions } from "../../src/reports";
import { FRAME_MS } from "../../src/reports/progress";

/** A stream that keeps what is written to it. */
class Recorder {
  readonly written: string[] = [];

  constructor(
    readonly isTTY: boolean,
    readonly columns: number,
  ) {}

  write(text: string): void {
    this.written.push(text);
  }
}

const ERASE = "\r\u001b[2K";
const ENV = { TERM: "xterm" };

function frame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, FRAME_MS * 3));
}

async function lastLine(columns: number, stacks: string[], options: Partial<ProgressOptions> = {}): Promise<string> {
  const stream = new Recorder(true, columns);
  let time = 0;
  const progress = createProgress(stream, { stacks: stacks.length, env: ENV, now: () => time, ...options });
  for (const name of stacks) {
    progress.start(name);
  }
  progress.resource();
  progress.resource();
  progress.finish(stacks[0] ?? "");
  time = 1200;
  await frame();
  progress.stop();
  const [erased, line] = stream.written.slice(-2);
  assert.equal(line, ERASE, "it ends by taking the line away");
  assert.ok(erased !== undefined && erased.startsWith(ERASE), "it rewrites the one line");
  return erased.slice(ERASE.length + 2);
}

describe("createProgress", () => {
  it("shows the time, the resources, the stacks done and the stacks running", async () => {
    assert.equal(
      await lastLine(80, ["dev", "prod", "shared"]),
      "1.2 s · 2 resources · 1 of 3 stacks done · prod, shared",
    );
  });

  it("leaves the count of stacks out where there is one", async () => {
    assert.equal(await lastLine(80, ["dev"]), "1.2 s · 2 resources");
  });

  it("keeps within one line of the terminal, because it can erase no more", async () => {
    assert.equal(await lastLine(20, ["dev", "prod"]), "1.2 s · 2 resour…");
  });

  it("shows a stack's name without what the terminal would act on", async () => {
    assert.equal(await lastLine(80, ["dev", "a\u001b[2J\nb"]), "1.2 s · 2 resources · 1 of 2 stacks done · a␊b");
  });

  it("takes the line away for other output and draws it again", async () => {
    const stream = new Recorder(true, 80);
    const progress = createProgress(stream, { stacks: 1, env: ENV });
    progress.clear();
    assert.deepEqual(stream.written, [], "nothing is drawn yet");
    await frame();
    progress.clear();
    const cleared = stream.written.length;
    assert.equal(stream.written.at(-1), ERASE);
    await frame();
    assert.ok(stream.written.length > cleared);
    progress.stop();
    const stopped = stream.written.length;
    await frame();
    assert.equal(stream.written.length, stopped, "nothing is drawn after the end");
  });

  const silent: [string, Recorder, ProgressOptions][] = [
    ["in a pipe, whose reader wants the report alone", new Recorder(false, 80), { stacks: 1, env: ENV }],
    ["where it is not wanted, as with --json", new Recorder(true, 80), { stacks: 1, env: ENV, enabled: false }],
    ["on a terminal without a movable cursor", new Recorder(true, 80), { stacks: 1, env: { TERM: "dumb" } }],
  ];
  for (const [reason, stream, options] of silent) {
    it(`writes nothing ${reason}`, async () => {
      const progress = createProgress(stream, options);
      progress.start("dev");
      progress.resource();
      await frame();
      progress.clear();
      progress.finish("dev");
      progress.stop();
      assert.deepEqual(stream.written, []);
    });
  }
});
