import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { type Desk } from "../../src/desk";
import { run } from "../../src/cli/run";

/** The account that builds, in which dev and staging are too. */
export const FACTORY_ACCOUNT = "111122223333";

/** The account that production has to itself. */
export const PROD_ACCOUNT = "444455556666";

const REPOSITORY = path.join(__dirname, "..", "..", "..", "..");

// As the command does: it says the same each time.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

/** What a command line printed, and how it ended. */
export interface Ended {
  status: number;
  out: string;
  complaints: string;
}

/** A repository that the command may write to: its stacks' files, a catalogue, and profiles of both accounts. */
export class Repository {
  readonly root = mkdtempSync(path.join(tmpdir(), "promotion-"));
  private readonly before = { ...process.env };
  /** How often the policy pack was configured. */
  configured = 0;

  /**
   * @param endpoints Where each service answers, by the SDK's environment variable.
   * @param keys The access key of each profile.
   */
  constructor(endpoints: Record<string, string>, keys: Record<string, string>) {
    mkdirSync(path.join(this.root, "stacks"));
    for (const stack of ["shared", "dev", "staging", "prod"]) {
      const file = path.join("stacks", `Pulumi.${stack}.yaml`);
      cpSync(path.join(REPOSITORY, file), path.join(this.root, file));
    }
    const credentials = path.join(this.root, "credentials");
    const [first = ""] = Object.values(keys);
    const profiles = Object.entries({ default: first, ...keys }).map(
      ([name, key]) => `[${name}]\naws_access_key_id = ${key}\naws_secret_access_key = hidden\n`,
    );
    writeFileSync(credentials, profiles.join("\n"));
    const settings = { AWS_SHARED_CREDENTIALS_FILE: credentials, AWS_CONFIG_FILE: path.join(this.root, "config") };
    Object.assign(process.env, settings, endpoints, { AWS_MAX_ATTEMPTS: "1" });
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
    process.env = this.before;
  }

  get catalogue(): string {
    return readFileSync(path.join(this.root, "stacks", "approved-amis.yaml"), "utf8");
  }

  set catalogue(text: string) {
    writeFileSync(path.join(this.root, "stacks", "approved-amis.yaml"), text);
  }

  /** Runs a command line on the last day of November 2026, unless another day is given. */
  async run(argv: string[], { today = "2026-11-30", yes = true, author = "Ada" } = {}): Promise<Ended> {
    const [out, complaints]: [string[], string[]] = [[], []];
    const desk: Desk = {
      root: this.root,
      out: (text) => void out.push(text),
      confirm: () => Promise.resolve(yes),
      author: () => (author === "" ? undefined : author),
      configure: () => void this.configured++,
      today: () => today,
    };
    const status = await run(argv, desk, (text) => void complaints.push(text));
    return { status, out: out.join("\n"), complaints: complaints.join("\n") };
  }
}
