import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { isDirectory, isFile, isThere, readText, whatIsAt } from "../../src/files/disk";
import { type TemporaryDirectory, refuses, within } from "../project/temporary";

/** A file, a directory, and links to them, to nothing and to themselves. */
function withPlaces<T>(test: (directory: TemporaryDirectory) => T | Promise<T>): Promise<T> {
  return within({ file: "text", "directory/file": "" }, (directory) => {
    for (const [link, target] of Object.entries({ linked: "file", dangling: "nowhere", loop: "loop" })) {
      fs.symlinkSync(target, directory.path(link));
    }
    return test(directory);
  });
}

describe("what is on disk", () => {
  for (const [place, file, folder, there, what] of [
    ["file", true, false, true, "is a file"],
    ["directory", false, true, true, "is a directory"],
    ["linked", true, false, true, "is a file"],
    ["dangling", true, false, true, "is a link that leads nowhere"],
    ["loop", true, false, true, "is a link that leads nowhere"],
    ["nowhere", false, false, false, "does not exist"],
    ["file/nowhere", false, false, false, "does not exist"],
  ] as const) {
    it(`${place} ${what}`, () =>
      withPlaces((directory) => {
        const at = directory.path(place);
        assert.deepEqual([isFile(at), isDirectory(at), isThere(at), whatIsAt(at)], [file, folder, there, what]);
      }));
  }

  it("/dev/null is neither a file nor a directory", () =>
    assert.equal(whatIsAt("/dev/null"), "is neither a file nor a directory"));
});

describe("readText", () => {
  const written = (bytes: Buffer): Promise<string> =>
    within({ text: "" }, (directory) => {
      fs.writeFileSync(directory.path("text"), bytes);
      return readText(directory.path("text"));
    });

  it("reads UTF-8, and UTF-16 where a byte-order mark says so, without the mark", async () => {
    assert.equal(await written(Buffer.from("café\r\n")), "café\r\n");
    assert.equal(await written(Buffer.from("\ufeffcafé")), "café");
    assert.equal(await written(Buffer.from("\ufeffcafé", "utf16le")), "café");
    assert.equal(await written(Buffer.from("\ufeffcafé", "utf16le").swap16()), "café");
    assert.equal(await written(Buffer.from("")), "");
  });

  it("refuses what is no text, rather than read other letters", () =>
    withPlaces((directory) => {
      fs.writeFileSync(directory.path("file"), Buffer.from("café", "latin1"));
      return refuses(
        directory,
        () => readText(directory.path("file")),
        "@/file: is not text in UTF-8; save it in that encoding.",
      );
    }));

  for (const [place, code] of [
    ["directory", "EISDIR"],
    ["dangling", "ENOENT"],
    ["loop", "ELOOP"],
  ] as const) {
    it(`refuses ${place}, with the system's reason`, () =>
      withPlaces((directory) =>
        refuses(
          directory,
          () => readText(directory.path(place)),
          `@/${place}: cannot be read (${code}); make it a file that you may read.`,
        ),
      ));
  }

  it("refuses a device, which may never end", () => {
    assert.throws(() => readText("/dev/zero"), {
      name: "PreflightError",
      message: "/dev/zero: is a device; name a file.",
    });
  });
});
