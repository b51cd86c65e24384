import * as assert from "node:assert/strict";
import { parseArguments } from "../../src/cli/arguments";
import { HELP } from "../../src/cli/help";

const HOW = "; `npm run promote -- --help` shows how.";

describe("the command line", () => {
  it("asks for an approval, with nothing but a name and an environment", () => {
    assert.deepEqual(parseArguments(["web", "dev"]), {
      kind: "promote",
      options: { amiName: "web", environment: "dev", profiles: [], dryRun: false, yes: false },
    });
  });

  it("takes every option", () => {
    const options = [
      "--from",
      "staging",
      "--by",
      "Ada",
      "--expires",
      "2026-12-31",
      "--accept-findings",
      "not reachable",
    ];
    const argv = ["web", "prod", ...options, "--profile", "a", "--profile", "b", "--dry-run", "-y"];
    assert.deepEqual(parseArguments(argv), {
      kind: "promote",
      options: {
        ...{ amiName: "web", environment: "prod", from: "staging", by: "Ada", expires: "2026-12-31" },
        ...{ acceptedFindings: "not reachable", profiles: ["a", "b"], dryRun: true, yes: true },
      },
    });
  });

  it("asks for a comparison, of all that is approved or of some", () => {
    assert.deepEqual(parseArguments(["--check"]), { kind: "check", options: { profiles: [] } });
    assert.deepEqual(parseArguments(["--check", "web", "dev", "--profile", "a"]), {
      kind: "check",
      options: { amiName: "web", environment: "dev", profiles: ["a"] },
    });
  });

  it("asks for help, whatever else it says", () => {
    assert.deepEqual(parseArguments(["-h", "web"]), { kind: "help" });
  });

  it("is refused in one line where it is wrong", () => {
    const cases: [argv: string[], message: string][] = [
      [[], `the name of an AMI and an environment are missing${HOW}`],
      [["web"], `the name of an AMI and an environment are missing${HOW}`],
      [["web", "dev", "prod"], `a name and an environment are enough, but "prod" follows${HOW}`],
      [["web", "dev", "--by", ""], `--by needs a value${HOW}`],
      [["--check", "--from", "dev"], `--check takes no --from${HOW}`],
      [["web", "dev", "--colour"], `Unknown option '--colour'${HOW}`],
      [["web", "dev", "--yes=no"], `Option '-y, --yes' does not take an argument${HOW}`],
    ];
    for (const [argv, message] of cases) {
      assert.throws(() => parseArguments(argv), { message });
    }
  });

  it("has help for every option", () => {
    const options = HELP.split("\n").flatMap((line) => /^ {2}(?:-\w,| {3}) --([\w-]+)/.exec(line)?.[1] ?? []);
    for (const option of options) {
      const needsValue = new RegExp(`--${option} [A-Z]`).test(HELP);
      assert.doesNotThrow(() => parseArguments(["--help", needsValue ? `--${option}=x` : `--${option}`]), option);
    }
    const all = ["from", "by", "expires", "accept-findings", "profile", "dry-run", "yes", "check", "help"];
    assert.deepEqual(options, all);
  });
});
