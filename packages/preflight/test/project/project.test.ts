import * as assert from "node:assert/strict";
import { loadProject } from "../../src/project";
import { refuses, within } from "./temporary";

const MINIMAL = "name: app\nruntime: nodejs\n";

describe("loadProject", () => {
  it("reads the least that a project says", () =>
    within({ "Pulumi.yaml": MINIMAL }, ({ root }) =>
      assert.deepEqual(loadProject(root), {
        name: "app",
        file: `${root}/Pulumi.yaml`,
        root,
        stackDirectory: root,
        program: { directory: root, entryPoint: "." },
        runtimeOptions: { typescript: true, nodeArgs: [] },
        config: new Map(),
      }),
    ));

  it("reads the runtime's options as the Node.js language host does", () =>
    within(
      {
        "Pulumi.yaml": [
          "name: app",
          "description: An app",
          "runtime:",
          "  name: nodejs",
          "  options:",
          "    typescript: false",
          "    tsconfig: tsconfig.pulumi.json",
          `    nodeargs: --max-old-space-size=512 --require "./a b.js" --title='x "y"'`,
          "    packagemanager: pnpm",
          "    production: true",
          "plugins: { providers: [{ name: aws, path: bin }] }",
          "packages: { tls: terraform-provider }",
          "options: { refresh: always }",
        ].join("\n"),
      },
      ({ root }) =>
        assert.deepEqual(loadProject(root).runtimeOptions, {
          typescript: false,
          tsconfig: "tsconfig.pulumi.json",
          nodeArgs: ["--max-old-space-size=512", "--require", "./a b.js", '--title=x "y"'],
        }),
    ));

  it("looks upwards from a directory within the project", () =>
    within({ "Pulumi.yaml": MINIMAL, "a/b/c.txt": "" }, (directory) =>
      assert.equal(loadProject(directory.path("a", "b")).file, directory.path("Pulumi.yaml")),
    ));

  it("prefers Pulumi.json to Pulumi.yaml and that to Pulumi.yml, as the CLI does", () =>
    within(
      {
        "all/Pulumi.json": '{ "name": "json", "runtime": "nodejs" }',
        "all/Pulumi.yaml": MINIMAL,
        "two/Pulumi.yaml": MINIMAL,
        "two/Pulumi.yml": "",
        "one/Pulumi.yml": "\uFEFFname: yml\nruntime: nodejs\n",
      },
      (directory) =>
        assert.deepEqual(
          ["all", "two", "one"].map((name) => loadProject(directory.path(name)).name),
          ["json", "app", "yml"],
        ),
    ));

  it("runs a program where `main` says: a directory, or a file in its directory", () =>
    within(
      {
        "Pulumi.yaml": `${MINIMAL}main: infra\n`,
        "infra/Pulumi.yaml": `${MINIMAL}main: ../infra/bin/app.ts\n`,
        "infra/bin/app.ts": "",
      },
      (directory) => {
        assert.deepEqual(loadProject(directory.root).program, { directory: directory.path("infra"), entryPoint: "." });
        assert.deepEqual(loadProject(directory.path("infra")).program, {
          directory: directory.path("infra", "bin"),
          entryPoint: "app.ts",
        });
      },
    ));

  it("finds the stacks' directory under `stackConfigDir`, or under `config` as it was set before", () =>
    within(
      { "a/Pulumi.yaml": `${MINIMAL}stackConfigDir: stacks\n`, "b/Pulumi.yaml": `${MINIMAL}config: ./config\n` },
      (directory) => {
        assert.equal(loadProject(directory.path("a")).stackDirectory, directory.path("a", "stacks"));
        assert.equal(loadProject(directory.path("b")).stackDirectory, directory.path("b", "config"));
      },
    ));

  it("refuses a directory without a project above it", () =>
    within({ "empty/x": "" }, (directory) =>
      refuses(
        directory,
        () => loadProject(directory.path("empty")),
        "no Pulumi.yaml in @/empty or any directory above it; run preflight in a Pulumi project, or name one with --cwd.",
      ),
    ));

  it("refuses a directory that does not exist", () =>
    within({}, (directory) =>
      refuses(
        directory,
        () => loadProject(directory.path("nowhere")),
        "@/nowhere does not exist; name the project's directory with --cwd.",
      ),
    ));

  const wrong: [why: string, yaml: string, message: string | string[]][] = [
    [
      "text that is not YAML, with line and column",
      "name: app\nruntime: [nodejs\nmain: x\n",
      "@/Pulumi.yaml:3:1: invalid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]; correct the file there.",
    ],
    [
      "a key given twice",
      `${MINIMAL}name: other\n`,
      "@/Pulumi.yaml:3:1: invalid YAML: Map keys must be unique; correct the file there.",
    ],
    [
      "an empty file",
      "",
      "@/Pulumi.yaml:1:1: a project file must hold an object, but this one is empty; write keys such as `runtime: nodejs`.",
    ],
    [
      "a list",
      "- name: app\n",
      "@/Pulumi.yaml:1:1: a project file must hold an object, but this one is a list; write keys such as `runtime: nodejs`.",
    ],
    [
      "a project without a name",
      "runtime: nodejs\n",
      "@/Pulumi.yaml:1:1: `name` must be 1 to 100 letters, digits, hyphens, underscores and periods, but is missing; write `name: my-project`.",
    ],
    [
      "a name under a key that is nearly `name`",
      "Name: app\nruntime: nodejs\n",
      "@/Pulumi.yaml:1:1: `name` must be 1 to 100 letters, digits, hyphens, underscores and periods, but is missing; there is a `Name`; write `name: my-project`.",
    ],
    [
      "a name with a blank",
      "runtime: nodejs\nname: my app\n",
      '@/Pulumi.yaml:2:1: `name` must be 1 to 100 letters, digits, hyphens, underscores and periods, but is "my app"; write `name: my-project`.',
    ],
    [
      "a name that is a number",
      "name: 12\nruntime: nodejs\n",
      "@/Pulumi.yaml:1:1: `name` must be 1 to 100 letters, digits, hyphens, underscores and periods, but is 12; write `name: my-project`.",
    ],
    [
      "no runtime",
      "name: app\n",
      "@/Pulumi.yaml:1:1: `runtime` must name the runtime, but is missing; write `runtime: nodejs`.",
    ],
    [
      "another runtime",
      "name: app\nruntime:\n  name: python\n  options: { virtualenv: venv }\n",
      '@/Pulumi.yaml:3:3: the project\'s runtime is "python", but preflight runs nodejs only; preview this project with `pulumi preview`, or point preflight at one with `runtime: nodejs`.',
    ],
    [
      "a misspelt key of the runtime",
      "name: app\nruntime:\n  name: nodejs\n  optoins: {}\n",
      "@/Pulumi.yaml:4:3: `runtime` takes `name` and `options`, but has `optoins`; did you mean `options`?",
    ],
    [
      "options without any",
      "name: app\nruntime:\n  name: nodejs\n  options:\n",
      "@/Pulumi.yaml:4:3: `runtime.options` must be an object, but is empty; give it keys or remove it.",
    ],
    [
      "options of the wrong types, all at once",
      'name: app\nruntime:\n  name: nodejs\n  options:\n    typescript: "no"\n    tsconfig: 1\n    nodeargs: [--inspect]\n    packagemanager: deno\n',
      [
        '@/Pulumi.yaml:5:5: `runtime.options.typescript` must be true or false, without quotes, but is "no"; correct or remove it.',
        '@/Pulumi.yaml:8:5: `runtime.options.packagemanager` must be one of auto, npm, yarn, pnpm, bun, but is "deno".',
        "@/Pulumi.yaml:6:5: `runtime.options.tsconfig` must be text, but is 1; correct or remove it.",
        "@/Pulumi.yaml:7:5: `runtime.options.nodeargs` must be text, but is a list; correct or remove it.",
      ],
    ],
    [
      "arguments of node that end within quotes",
      "name: app\nruntime:\n  name: nodejs\n  options:\n    nodeargs: --require 'x\n",
      "@/Pulumi.yaml:5:5: `runtime.options.nodeargs` ends within quotes or after a backslash; close them.",
    ],
    [
      "a `main` that does not exist",
      `${MINIMAL}main: infra\n`,
      '@/Pulumi.yaml:3:1: `main` is "infra", but @/infra does not exist; name the program\'s directory or file.',
    ],
    [
      "a `main` that is no text",
      `${MINIMAL}main: 12\n`,
      "@/Pulumi.yaml:3:1: `main` must be text, but is 12; name a directory or a file.",
    ],
    [
      "two names for the stacks' directory",
      `${MINIMAL}config: a\nstackConfigDir: b\n`,
      "@/Pulumi.yaml:3:1: both `config` and `stackConfigDir` name the stacks' directory; keep `stackConfigDir` only.",
    ],
    [
      "keys of the wrong types that a preview does not use, because the CLI refuses them too",
      `${MINIMAL}description: 2020-01-02\nplugins: 4\n`,
      [
        "@/Pulumi.yaml:3:1: `description` must be text, but is the date 2020-01-02 00:00:00 +0000 UTC; put it in quotes.",
        "@/Pulumi.yaml:4:1: `plugins` must be an object, but is 4; give it keys or remove it.",
      ],
    ],
  ];
  for (const [why, yaml, message] of wrong) {
    it(`refuses ${why}`, () =>
      within({ "Pulumi.yaml": yaml }, (directory) => refuses(directory, () => loadProject(directory.root), message)));
  }

  it("refuses text that is not JSON, with line and column", () =>
    within({ "Pulumi.json": '{\n  "name": "app",\n}\n' }, (directory) =>
      refuses(
        directory,
        () => loadProject(directory.root),
        '@/Pulumi.json:3:1: invalid JSON: expected a key in double quotes, but found "}".',
      ),
    ));
});
