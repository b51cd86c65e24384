import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { PreflightError } from "../errors";

/** The longest path of a Unix socket on every system, in bytes: macOS takes 103, Linux 107. */
const MAX_SOCKET_PATH = 103;

/** Enough for the name of a folder and of a socket in it, in bytes. */
const NAME_LENGTH = 30;

/** The folders that are there. */
const open = new Set<string>();

/** A folder that nobody but its owner can enter, for the sockets of one preview. Its end is that of this process at the latest. */
export class PrivateFolder {
  private constructor(readonly path: string) {}

  /**
   * @param places Where it may be, the best first.
   * @throws {@link PreflightError} where there is no place for it.
   */
  static create(places = [...new Set([os.tmpdir(), "/tmp"])]): PrivateFolder {
    const problems: string[] = [];
    for (const place of places) {
      if (Buffer.byteLength(place) + NAME_LENGTH > MAX_SOCKET_PATH) {
        problems.push(`${place} is too long for the path of a socket`);
        continue;
      }
      try {
        const folder = new PrivateFolder(fs.mkdtempSync(path.join(place, "preflight-")));
        if (open.size === 0) {
          process.on("exit", removeAll);
        }
        open.add(folder.path);
        return folder;
      } catch (error) {
        problems.push((error as Error).message);
      }
    }
    throw new PreflightError(
      "configuration",
      `no temporary folder for the sockets of a preview: ${problems.join("; ")}; ` +
        "set TMPDIR to a folder that you may write to, with a short path",
    );
  }

  /** The path of a socket in the folder. */
  socket(name: string): string {
    return path.join(this.path, name);
  }

  remove(): void {
    open.delete(this.path);
    if (open.size === 0) {
      process.off("exit", removeAll);
    }
    removeFolder(this.path);
  }
}

function removeAll(): void {
  open.forEach(removeFolder);
}

function removeFolder(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
}
