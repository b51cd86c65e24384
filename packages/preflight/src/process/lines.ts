import { type Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** The longest line, in characters; what is longer comes in several. */
const MAX_LINE = 16 * 1024 * 1024;

/** How long a stream whose process has ended may be silent, in milliseconds. */
const SILENCE_MS = 500;

/**
 * Reads a stream to its end, line by line.
 *
 * @returns Settles when the stream has ended or was destroyed.
 */
export function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  stream.on("data", (chunk: Buffer) => {
    const text = decoder.write(chunk);
    const end = text.lastIndexOf("\n") + 1;
    if (end > 0) {
      const lines = (rest + text.slice(0, end)).split(/\r?\n|\r/);
      lines.slice(0, -1).forEach(onLine);
      rest = "";
    }
    rest += text.slice(end);
    if (rest.length > MAX_LINE) {
      onLine(rest);
      rest = "";
    }
  });
  return new Promise((resolve) => {
    // A stream that breaks has said what it had to say.
    stream.on("error", () => undefined);
    stream.on("close", () => {
      rest += decoder.end();
      if (rest !== "") {
        onLine(rest);
      }
      resolve();
    });
  });
}

/** Ends a stream whose process has ended and which something else holds open, once it says no more. */
export function endWhenSilent(stream: Readable): void {
  const timer = setTimeout(() => {
    // What has arrived while this process was busy is read first.
    setImmediate(() => stream.destroy());
  }, SILENCE_MS);
  stream.on("data", () => timer.refresh());
  stream.on("close", () => clearTimeout(timer));
}
