import { spawnSync } from "node:child_process";
import * as path from "node:path";
import { createInterface } from "node:readline/promises";
import { dayOf } from "./days";
import { PromotionError } from "./errors";

/** The place where somebody approves: a repository, a terminal and a calendar. */
export interface Desk {
  /** The repository's folder. */
  root: string;
  /** Writes lines for whoever reads. */
  out(text: string): void;
  /**
   * Asks for a yes.
   *
   * @throws {@link PromotionError} if nobody is there to say it.
   */
  confirm(question: string): Promise<boolean>;
  /** Who writes commits here. */
  author(): string | undefined;
  /** Writes the policy pack's configuration from the catalogue. */
  configure(): void;
  /** The day that it is, in UTC. */
  today(): string;
}

/** This repository, and the terminal that the command runs in. */
export function realDesk(): Desk {
  const root = path.join(__dirname, "..", "..", "..");
  return {
    root,
    out: (text) => void process.stdout.write(`${text}\n`),
    confirm: async (question) => {
      if (!process.stdin.isTTY) {
        throw new PromotionError("nobody is there to say yes; give --yes, or --dry-run to look only.");
      }
      const terminal = createInterface({ input: process.stdin, output: process.stdout });
      try {
        return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
      } finally {
        terminal.close();
      }
    },
    author: () => {
      const { stdout } = spawnSync("git", ["config", "user.name"], { cwd: root, encoding: "utf8" });
      return stdout?.trim() || undefined;
    },
    configure: () => {
      const shell = process.platform === "win32";
      const { status } = spawnSync("npm", ["run", "--silent", "config", "--workspace", "policies"], {
        ...{ cwd: root, shell },
        stdio: ["ignore", "inherit", "inherit"],
      });
      if (status !== 0) {
        throw new PromotionError(
          "the catalogue is written, but not the policy pack's configuration; run `npm run config --workspace policies`.",
        );
      }
    },
    today: () => dayOf(new Date()),
  };
}
