import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { COMMAND, type CommandRun, preflight, TemporaryProgram } from "./harness";

/** What is said of a file that a line of aliases fills with more values than any machine holds. */
const BOMB = Array.from(
  { length: 12 },
  (_, index) =>
    `  a${index}: &a${index} [${Array(9)
      .fill(index === 0 ? "x" : `*a${index - 1}`)
      .join(", ")}]\n`,
).join("");

const JAVASCRIPT = "name: tried\nruntime: { name: nodejs, options: { typescript: false } }\n";

/** Sets a program up where files alone do not. */
type Arrange = (program: TemporaryProgram) => void;

/** What is there in place of a file. */
const REPLACED = {
  byDirectory:
    (file: string): Arrange =>
    (program) => {
      fs.rmSync(program.path(file), { force: true });
      fs.mkdirSync(program.path(file));
    },
  byItself:
    (file: string): Arrange =>
    (program) => {
      fs.rmSync(program.path(file), { force: true });
      fs.symlinkSync(file, program.path(file));
    },
  byNothing:
    (file: string): Arrange =>
    (program) =>
      fs.rmSync(program.path(file), { force: true }),
};

/** Runs the command on a program, with `@` in its arguments and its output for the program's directory. */
async function run(files: Record<string, string>, args: string[], arrange?: Arrange): Promise<CommandRun> {
  const program = new TemporaryProgram(files);
  try {
    arrange?.(program);
    const [command, ...rest] = args[0] === "lookups" ? args : ["", ...args];
    const given = rest.map((arg) => arg.replace("@", program.root));
    const all = [...(command === "" ? [] : [command ?? ""]), "--cwd", program.root, ...given];
    const { status, stdout, stderr } = await preflight(all);
    const shown = (text: string): string => text.replaceAll(program.root, "@");
    return { status, stdout: shown(stdout), stderr: shown(stderr) };
  } finally {
    program.remove();
  }
}

describe("a wrong argument or file", function () {
  this.timeout(60_000);

  for (const [why, args, error] of [
    [
      "an option with terminal escapes",
      ["--\u001b[31mstak"],
      "unknown option --stak; `preflight --help` lists the options.",
    ],
    [
      "a stack with terminal escapes",
      ["--stack", "\u001b]0;title\u0007dev\u0008"],
      '"\\u001b]0;title\\u0007dev\\b" is not a stack\'s name; write NAME, ORGANIZATION/NAME or ORGANIZATION/PROJECT/NAME, where NAME is 1 to 100 letters, digits, hyphens, underscores and periods.',
    ],
    [
      "a configuration key with terminal escapes",
      ["--config", "\u001b[2Jkey"],
      '--config takes KEY=VALUE, but has "key"; write KEY= for an empty value.',
    ],
    [
      "a directory with terminal escapes",
      ["--cwd", "@/\u009b31mno"],
      "@/no does not exist; name the project's directory with --cwd.",
    ],
    [
      "a file for the project's directory",
      ["--cwd", "@/package.json"],
      "@/package.json is a file; name the project's directory with --cwd.",
    ],
  ] as [string, string[], string][]) {
    it(`${why}: one line, and nothing that a terminal acts on`, async () => {
      const { status, stdout, stderr } = await run({}, args);
      assert.deepEqual({ status, stdout, stderr }, { status: 2, stdout: "", stderr: `error: ${error}\n` });
    });
  }

  for (const [why, files, arrange, error] of [
    [
      "a project's file that leads to itself",
      {},
      REPLACED.byItself("Pulumi.yaml"),
      "@/Pulumi.yaml: cannot be read (ELOOP); make it a file that you may read.",
    ],
    [
      "a project's file that contains itself",
      { "Pulumi.yaml": `${JAVASCRIPT}template: &t { a: *t }\n` },
      undefined,
      "@/Pulumi.yaml:3:19: invalid YAML: what the anchor &t names contains itself; correct the file there.",
    ],
    [
      "a project's file of very many aliases",
      { "Pulumi.yaml": `${JAVASCRIPT}template:\n${BOMB}` },
      undefined,
      /^@\/Pulumi\.yaml:\d+:\d+: invalid YAML: its aliases stand for too many values; correct the file there\.$/,
    ],
    [
      "a project's file that is one long text",
      { "Pulumi.yaml": "x".repeat(5000) },
      undefined,
      `@/Pulumi.yaml:1:1: a project file must hold an object, but this one is "${"x".repeat(59)}…; write keys such as \`runtime: nodejs\`.`,
    ],
    [
      "a key with terminal escapes",
      { "Pulumi.yaml": `${JAVASCRIPT}config: { "\\e[31mkey": { type: sting } }\n` },
      undefined,
      '@/Pulumi.yaml:3:26: `config.key.type` must be one of string, integer, boolean, array, object, but is "sting"; did you mean string?',
    ],
    [
      "a `main` that leads to itself",
      { "Pulumi.yaml": `${JAVASCRIPT}main: loop\n` },
      REPLACED.byItself("loop"),
      '@/Pulumi.yaml:3:1: `main` is "loop", but @/loop is a link that leads nowhere; name the program\'s directory or file.',
    ],
  ] as [string, Record<string, string>, Arrange | undefined, string | RegExp][]) {
    it(`${why}: one line`, async () => {
      const { status, stdout, stderr } = await run(files, [], arrange);
      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
      if (typeof error === "string") {
        assert.equal(stderr, `error: ${error}\n`);
      } else {
        assert.match(stderr.replace(/^error: /, "").trimEnd(), error);
      }
    });
  }

  for (const [why, files, args, arrange, said] of [
    [
      "a stack's file of very many aliases",
      { "Pulumi.dev.yaml": `config:\n${BOMB}` },
      [],
      undefined,
      /Pulumi\.dev\.yaml:\d+:\d+: invalid YAML: its aliases stand for too many values/,
    ],
    [
      "a look-ups file that is a directory",
      {},
      [],
      REPLACED.byDirectory("lookups.dev.json"),
      /lookups\.dev\.json: cannot be read \(EISDIR\)/,
    ],
    [
      "a look-ups file that leads to itself",
      {},
      [],
      REPLACED.byItself("lookups.dev.json"),
      /lookups\.dev\.json: cannot be read \(ELOOP\)/,
    ],
    [
      "a named look-ups file that is a directory",
      {},
      ["--lookups", "@"],
      undefined,
      /^ *@: cannot be read \(EISDIR\)/m,
    ],
    [
      "a pack's configuration that is a directory",
      { "pack/PulumiPolicy.yaml": "runtime: nodejs\n" },
      ["--policy-pack", "@/pack", "--policy-pack-config", "@"],
      undefined,
      /the policy pack configuration @ is a directory; name a JSON file with\s+--policy-pack-config/,
    ],
    [
      "a program that is not there",
      {},
      [],
      REPLACED.byNothing("index.js"),
      /✗ error\n +We failed to locate the entry point for your program: @\/\n.*\n +\* Your program's 'main' file \(@\/index\.js\) does not exist\.\n\n✗ dev/,
    ],
    [
      "a program in TypeScript that nothing compiles",
      { "index.ts": "export const a: number = 1;" },
      [],
      REPLACED.byNothing("index.js"),
      /Your program's 'main' file \(@\/index\.js\) does not exist\.\n\n✗ dev/,
    ],
    [
      "a package.json that is none",
      { "package.json": "{" },
      [],
      undefined,
      /@pulumi\/pulumi\/cmd\/run cannot be found: Error parsing\s+@\/package\.json/,
    ],
  ] as [string, Record<string, string>, string[], Arrange | undefined, RegExp][]) {
    it(`${why}: said of the stack, as a mistake of the configuration`, async () => {
      const { status, stdout, stderr } = await run({ "index.js": "", ...files }, args, arrange);
      assert.equal(stderr, "");
      assert.match(stdout, said);
      assert.match(stdout, /✗ dev: the project or its configuration is wrong after [01] resources?/);
      assert.doesNotMatch(stdout, /ended before it had registered|itself failed/);
      assert.equal(status, 2);
    });
  }

  it("a stack's file that is a directory: one line", async () => {
    const { status, stderr } = await run({}, ["--stack", "dev"], REPLACED.byDirectory("Pulumi.dev.yaml"));
    assert.equal(status, 2);
    assert.match(
      stderr,
      /^error: unknown stack "dev": @\/Pulumi\.dev\.yaml is a directory, and no stack has a file there;/,
    );
  });

  it("an error that a program gives `preflight lookups` has no escapes either", async () => {
    const files = { "index.js": `throw new Error("\\u001b[31mred\\u0007");` };
    const { status, stdout, stderr } = await run(files, ["lookups", "--stack", "dev"]);
    assert.equal(status, 3, stdout);
    assert.match(stderr, /^error: Running program .*\nError: red␇/);
  });

  it("a current directory that was removed: one line", () => {
    const program = new TemporaryProgram({ "gone/x": "" });
    try {
      const script = 'cd "$1" && rm -r "$1" && exec "$2" "$3" --stack dev';
      const shell = ["-c", script, "sh", program.path("gone"), process.execPath, COMMAND];
      const { status, stderr } = spawnSync("/bin/sh", shell, { encoding: "utf8" });
      const error = "error: the current directory does not exist any more; change to one that does.\n";
      assert.deepEqual({ status, stderr }, { status: 2, stderr: error });
    } finally {
      program.remove();
    }
  });
});
