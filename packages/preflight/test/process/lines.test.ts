import * as assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { endWhenSilent, readLines } from "../../src/process/lines";

/** The lines of a stream of these chunks. */
async function linesOf(...chunks: (string | Buffer)[]): Promise<string[]> {
  const stream = new PassThrough();
  const lines: string[] = [];
  const end = readLines(stream, (line) => lines.push(line));
  for (const chunk of chunks) {
    stream.write(chunk);
    await new Promise((resolve) => setImmediate(resolve));
  }
  stream.end();
  await end;
  return lines;
}

describe("readLines", () => {
  it("tells each line, the empty ones too, and what has no line end at last", async () => {
    assert.deepEqual(await linesOf("one\ntwo\n\nthree"), ["one", "two", "", "three"]);
  });

  it("tells nothing of an empty stream", async () => assert.deepEqual(await linesOf(), []));

  it("takes every system's line ends, and a carriage return that draws a line anew", async () => {
    assert.deepEqual(await linesOf("one\r\ntwo\n10 %\r20 %\n"), ["one", "two", "10 %", "20 %"]);
  });

  it("joins what came in pieces, within a character or a line end too", async () => {
    const [first, second] = [Buffer.from("é").subarray(0, 1), Buffer.from("é").subarray(1)];
    assert.deepEqual(await linesOf("o", "ne\r", "\ntw", first, second, "\n"), ["one", "twé"]);
  });

  it("tells a line without an end in parts, for it must not fill the memory", async () => {
    const part = "x".repeat(1024 * 1024);
    const lines = await linesOf(...Array.from({ length: 40 }, () => part));
    assert.ok(lines.length > 1, `${lines.length} line`);
    assert.equal(lines.join("").length, 40 * part.length);
  });

  it("ends where the stream breaks", async () => {
    const stream = new PassThrough();
    const lines: string[] = [];
    const end = readLines(stream, (line) => lines.push(line));
    stream.write("before\n");
    await new Promise((resolve) => setImmediate(resolve));
    stream.destroy(new Error("broken"));
    await end;
    assert.deepEqual(lines, ["before"]);
  });
});

describe("endWhenSilent", () => {
  it("ends a stream that nobody ends, and not while it is still read", async () => {
    const stream = new PassThrough();
    const lines: string[] = [];
    const end = readLines(stream, (line) => lines.push(line));
    endWhenSilent(stream);
    for (const line of ["one", "two", "three", "four"]) {
      stream.write(`${line}\n`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await end;
    assert.deepEqual(lines, ["one", "two", "three", "four"]);
  });
});
