import * as assert from "node:assert/strict";
import { HELP, parseArguments } from "../../src/cli/arguments";
import { OPTIONS } from "../../src/cli/options";
import { PreflightError } from "../../src/errors";
import { REPORT_FORMATS } from "../../src/reports";

function refuses(argv: string[], message: string): void {
  assert.throws(
    () => parseArguments(argv, "/work"),
    (error) => {
      assert.ok(error instanceof PreflightError);
      assert.equal(error.message, message);
      assert.equal(error.kind, "configuration");
      return true;
    },
  );
}

describe("parseArguments", () => {
  it("previews every stack without a pack where nothing is said", () => {
    assert.deepEqual(parseArguments([], "/work"), {
      kind: "preview",
      options: { cwd: "/work", stacks: [], config: {}, policyPacks: [] },
      json: false,
      reports: [],
    });
  });

  it("takes every option in its long form, with paths relative to the caller's directory and not to --cwd", () => {
    const argv = [
      ["--cwd", "project", "--stack=dev", "--stack", "org/prod", "--json", "--parallel", "3", "--timeout", "0.5"],
      ["--policy-pack", "a", "--policy-pack", "/b", "--policy-pack-config", "a/{stack}.json", "--policy-pack-config=c"],
      ["--config", "aws:region=eu-west-1", "--config", "empty=", "--config", "equals=a=b", "--lookups", "l.json"],
      ["--report", "junit=out/a=1.xml", "--report", "sarif=b"],
    ];
    assert.deepEqual(parseArguments(argv.flat(), "/work"), {
      kind: "preview",
      options: {
        cwd: "/work/project",
        stacks: ["dev", "org/prod"],
        config: { "aws:region": "eu-west-1", empty: "", equals: "a=b" },
        lookups: "/work/l.json",
        parallel: 3,
        timeoutSeconds: 0.5,
        policyPacks: [
          { directory: "/work/a", configFile: "/work/a/{stack}.json" },
          { directory: "/b", configFile: "/work/c" },
        ],
      },
      json: true,
      reports: [
        { format: "junit", file: "/work/out/a=1.xml" },
        { format: "sarif", file: "/work/b" },
      ],
    });
  });

  it("takes the short forms of the Pulumi CLI, joined to their values or to each other", () => {
    const long = ["--json", "--stack", "dev", "--cwd", "x", "--config", "a=b", "--parallel", "4"];
    assert.deepEqual(parseArguments(["-jsdev", "-C", "x", "-c", "a=b", "-p4"], "/work"), parseArguments(long, "/work"));
  });

  it("previews a stack once that is named twice", () => {
    const command = parseArguments(["-s", "dev", "-s", "prod", "-s", "dev"], "/work");
    assert.deepEqual(command.kind === "preview" && command.options.stacks, ["dev", "prod"]);
  });

  it("lets the last of a single-valued option win, so that an npm script's can be replaced", () => {
    const command = parseArguments(["--timeout", "5", "--cwd", "a", "--timeout", "9", "--cwd", "b"], "/work");
    assert.ok(command.kind === "preview");
    assert.deepEqual([command.options.timeoutSeconds, command.options.cwd], [9, "/work/b"]);
  });

  it("takes `lookups` with the options that concern the program", () => {
    const command = parseArguments(["lookups", "-s", "dev", "-c", "a=b"], "/work");
    assert.ok(command.kind === "lookups");
    assert.deepEqual(command.options.stacks, ["dev"]);
    assert.deepEqual(command.options.config, { a: "b" });
  });

  it("shows the help whatever else is asked, and the version", () => {
    assert.deepEqual(parseArguments(["-h"], "/work"), { kind: "help" });
    assert.deepEqual(parseArguments(["lookups", "--help"], "/work"), { kind: "help" });
    assert.deepEqual(parseArguments(["--timeout", "x", "--help"], "/work"), { kind: "help" });
    assert.deepEqual(parseArguments(["--version"], "/work"), { kind: "version" });
  });

  for (const [why, argv, message] of [
    ["an option that is nearly one", ["--stak", "dev"], "unknown option --stak; did you mean --stack?"],
    ["an option that is none", ["--color"], "unknown option --color; `preflight --help` lists the options."],
    ["a letter that is none", ["-x"], "unknown option -x; `preflight --help` lists the options."],
    [
      "an option of two lines, in one",
      ["--\u001b[31mone\ntwo"],
      "unknown option --one␊two; `preflight --help` lists the options.",
    ],
    ["an option without its value", ["--stack"], "--stack needs a value; write --stack NAME."],
    ["an empty value", ["--stack="], "--stack needs a value; write --stack NAME."],
    [
      "another option in place of a value",
      ["-s", "--json"],
      "-s needs a value, but is followed by --json; write --stack NAME.",
    ],
    ["a value of a flag", ["--json=yes"], '--json takes no value, but has "yes"; write --json alone.'],
    [
      "configuration without a value",
      ["-c", "key"],
      '--config takes KEY=VALUE, but has "key"; write KEY= for an empty value.',
    ],
    [
      "configuration without a key",
      ["-c", "=value"],
      '--config takes KEY=VALUE, but has "=value"; write KEY= for an empty value.',
    ],
    [
      "a format that is none",
      ["--report", "html=x"],
      '--report has the unknown format "html"; the formats are json, junit, markdown, sarif: write --report FORMAT=FILE.',
    ],
    [
      "a format that is nearly one",
      ["--report", "serif=x"],
      '--report has the unknown format "serif"; the formats are json, junit, markdown, sarif: did you mean sarif?',
    ],
    ["a report without a file", ["--report", "json"], "--report has no file for json; write --report json=FILE."],
    [
      "two reports in one file",
      ["--report", "json=a", "--report", "sarif=./a"],
      "two reports would be written to /work/a; give each --report a file of its own.",
    ],
    [
      "no stack at once",
      ["--parallel", "0"],
      '--parallel must be a whole number from 1, but is "0"; pass the number of stacks to preview at once.',
    ],
    [
      "half a stack at once",
      ["--parallel=1.5"],
      '--parallel must be a whole number from 1, but is "1.5"; pass the number of stacks to preview at once.',
    ],
    [
      "no time",
      ["--timeout", "0"],
      '--timeout must be a number of seconds above 0, to 2147483, but is "0"; pass such a number.',
    ],
    [
      "a time with a unit",
      ["--timeout", "5m"],
      '--timeout must be a number of seconds above 0, to 2147483, but is "5m"; pass such a number.',
    ],
    [
      "more time than a timer can wait",
      ["--timeout", "2147484"],
      '--timeout must be a number of seconds above 0, to 2147483, but is "2147484"; pass such a number.',
    ],
    [
      "the Pulumi CLI's command",
      ["preview"],
      'unknown command "preview"; the only one is lookups: leave it out, `preflight` alone previews.',
    ],
    [
      "a command that is nearly one",
      ["lookup"],
      'unknown command "lookup"; the only one is lookups: did you mean `preflight lookups`?',
    ],
    [
      "a stack without its option",
      ["dev"],
      'unknown command "dev"; the only one is lookups: name a stack with --stack NAME and a directory with --cwd DIR.',
    ],
    ["look-ups of no stack", ["lookups"], "`preflight lookups` needs a stack; name it with --stack NAME."],
    [
      "look-ups of a stack without its option",
      ["lookups", "dev"],
      '`preflight lookups` takes options only, but found "dev"; name a stack with --stack NAME.',
    ],
    [
      "look-ups with a pack",
      ["lookups", "-s", "dev", "--policy-pack", "x"],
      "`preflight lookups` does not take --policy-pack; leave it out.",
    ],
    [
      "fewer configurations than packs",
      ["--policy-pack", "a", "--policy-pack", "b", "--policy-pack-config", "x"],
      "--policy-pack-config is given once and --policy-pack 2 times; give every pack its configuration, in the same order, or none.",
    ],
    [
      "a configuration without a pack",
      ["--policy-pack-config", "x"],
      "--policy-pack-config is given once and --policy-pack not at all; give every pack its configuration, in the same order, or none.",
    ],
  ] as [string, string[], string][]) {
    it(`refuses ${why}`, () => refuses(argv, message));
  }
});

describe("HELP", () => {
  it("has a line for every option, with its short form and its value", () => {
    for (const { name, short, value } of OPTIONS) {
      const left = `${short === undefined ? "      " : `  -${short}, `}--${name}${value === undefined ? "" : ` ${value}`}  `;
      assert.ok(
        HELP.split("\n").some((line) => line.startsWith(left)),
        left,
      );
    }
  });

  it("names the report formats", () => {
    assert.ok(HELP.includes(`the formats are ${REPORT_FORMATS.join(", ")}`));
  });
});
