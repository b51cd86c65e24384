import * as fs from "node:fs";
import { writeWhole } from "./write-whole";

/** V8's compiled form of one file, and the digest of the text that it was made of. */
export interface Compiled {
  digest: string;
  code: Buffer;
}

/** Where the code of a file stands in a store, in bytes. */
interface Place {
  digest: string;
  offset: number;
  length: number;
}

/** The digits that a store begins with: how long its index is, in bytes. */
const HEAD = 10;

/** A file of V8's code for many files: its index in JSON, `[file, digest, length][]`, and then the code of each. */
export class CodeStore {
  private constructor(
    private readonly descriptor: number | undefined,
    private readonly places: Map<string, Place>,
  ) {}

  /** Opens a store; an empty one where it is not there, or can't be read. It stays as it was when it was opened. */
  static open(file: string): CodeStore {
    try {
      const descriptor = fs.openSync(file, "r");
      const length = Number(read(descriptor, 0, HEAD).toString());
      const index = JSON.parse(read(descriptor, HEAD, length).toString()) as [string, string, number][];
      const places = new Map<string, Place>();
      let offset = HEAD + length;
      for (const [name, digest, size] of index) {
        places.set(name, { digest, offset, length: size });
        offset += size;
      }
      return new CodeStore(descriptor, places);
    } catch {
      return new CodeStore(undefined, new Map());
    }
  }

  /** The code of a file, if it was made of the text with this digest. */
  find(file: string, digest: string): Buffer | undefined {
    const place = this.places.get(file);
    return place?.digest === digest ? this.read(place) : undefined;
  }

  /** The code of all files that are wanted. */
  all(isWanted: (entry: [string, Place]) => boolean): Map<string, Compiled> {
    const found = new Map<string, Compiled>();
    for (const [file, place] of [...this.places].filter(isWanted)) {
      const code = this.read(place);
      if (code !== undefined) {
        found.set(file, { digest: place.digest, code });
      }
    }
    return found;
  }

  private read({ offset, length }: Place): Buffer | undefined {
    try {
      return this.descriptor === undefined ? undefined : read(this.descriptor, offset, length);
    } catch {
      return undefined;
    }
  }
}

/** @throws RangeError where there is less to read. */
function read(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  if (fs.readSync(descriptor, bytes, 0, length, offset) < length) {
    throw new RangeError("the file ends too early");
  }
  return bytes;
}

/** Writes a store anew. */
export function writeStore(file: string, all: Map<string, Compiled>): void {
  const index = Buffer.from(JSON.stringify([...all].map(([name, { digest, code }]) => [name, digest, code.length])));
  const head = Buffer.from(String(index.length).padStart(HEAD));
  writeWhole(file, Buffer.concat([head, index, ...[...all.values()].map(({ code }) => code)]));
}
