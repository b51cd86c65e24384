import * as assert from "node:assert/strict";
import { loadProject, loadStack, providerConfig } from "../../../src/project/index";
import { load, PROJECT } from "../load";
import { refuses, within } from "../temporary";

/** The configuration that a program receives, with a `config` block's lines or the whole stack file given. */
async function configOf(stackFile: string, projectExtra = "", overrides = {}): Promise<Record<string, string>> {
  return within({ "Pulumi.yaml": PROJECT + projectExtra, "Pulumi.dev.yaml": stackFile }, async (directory) =>
    Object.fromEntries((await load(directory, overrides)).config),
  );
}

describe("loadStack", () => {
  it("knows the stack's names and its file", () =>
    within({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": "" }, async (directory) =>
      assert.deepEqual(await loadStack(loadProject(directory.root), "acme/dev", {}, {}), {
        name: "dev",
        organization: "acme",
        project: "facts",
        file: directory.path("Pulumi.dev.yaml"),
        config: new Map(),
        secretKeys: new Set(),
        secrets: [],
        plainTexts: [],
        diagnostics: [],
      }),
    ));

  it("gives keys without a namespace the project's, and takes the older spelling", async () =>
    assert.deepEqual(
      await configOf("config:\n  a: 1\n  facts:b: 2\n  facts:config:c: 3\n  aws:region: eu\n  d.e: 4\n"),
      {
        "aws:region": "eu",
        "facts:a": "1",
        "facts:b": "2",
        "facts:c": "3",
        "facts:d.e": "4",
      },
    ));

  it("lets the command line win, as text, over whatever the file has", async () =>
    assert.deepEqual(
      await configOf("config:\n  a: { x: 1 }\n  b: 1\n", "", { a: "12", c: "d=e", "aws:region": "eu" }),
      {
        "aws:region": "eu",
        "facts:a": "12",
        "facts:b": "1",
        "facts:c": "d=e",
      },
    ));

  it("reads a stack's JSON file, in which null is null and numbers are floats", () =>
    within(
      {
        "Pulumi.json": '{ "name": "facts", "runtime": "nodejs" }',
        "Pulumi.dev.json":
          '{"config": {"a": 3, "b": 1.0, "c": null, "d": {"x": 1e21, "n": 18446744073709551615}, "e": "2020-01-01", "f": true}}',
      },
      async (directory) =>
        assert.deepEqual(Object.fromEntries((await load(directory)).config), {
          "facts:a": "3",
          "facts:b": "1",
          "facts:c": "null",
          "facts:d": '{"n":18446744073709552000,"x":1e+21}',
          "facts:e": "2020-01-01",
          "facts:f": "true",
        }),
    ));

  it("takes a key without a value for empty text, and says so", () =>
    within({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": "config:\n  a:\n  b: ~\n" }, async (directory) => {
      const stack = await load(directory);
      assert.deepEqual(Object.fromEntries(stack.config), { "facts:a": "", "facts:b": "" });
      assert.deepEqual(
        stack.diagnostics.map(({ severity, message }) => [severity, message.replaceAll(directory.root, "@")]),
        ["a", "b"].map((key, index) => [
          "warning",
          `@/Pulumi.dev.yaml:${index + 2}:3: \`facts:${key}\` has no value and stands as empty text; write "" if that is meant.`,
        ]),
      );
    }));

  it("says that the values of Pulumi ESC are left out", () =>
    within(
      { "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": "environment:\n  - aws/dev\nconfig:\n  a: 1\n" },
      async (directory) => {
        const stack = await load(directory);
        assert.deepEqual(Object.fromEntries(stack.config), { "facts:a": "1" });
        assert.deepEqual(stack.diagnostics, [
          {
            severity: "warning",
            message:
              `${directory.path("Pulumi.dev.yaml")}:1:1: \`environment\` takes values from Pulumi ESC, which only Pulumi Cloud can open; ` +
              "they are left out here, so pass those that the program requires with --config KEY=VALUE.",
            urn: "",
          },
        ]);
      },
    ));

  it("says nothing of an environment without imports", () =>
    within({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": "environment: []\n" }, async (directory) =>
      assert.deepEqual((await load(directory)).diagnostics, []),
    ));

  const wrong: [why: string, stackFile: string, message: string][] = [
    [
      "text that is not YAML, with line and column",
      "config:\n\ta: 1\n",
      "@/Pulumi.dev.yaml:2:1: invalid YAML: Tabs are not allowed as indentation; correct the file there.",
    ],
    [
      "a key given twice",
      "config:\n  a: 1\n  a: 2\n",
      "@/Pulumi.dev.yaml:3:3: invalid YAML: Map keys must be unique; correct the file there.",
    ],
    [
      "a key given in two spellings, of which the CLI picks one by chance",
      "config:\n  a: 1\n  facts:a: 2\n",
      "@/Pulumi.dev.yaml:3:3: `facts:a` is the same key as `a` above; keep one of them.",
    ],
    [
      "a list for a file",
      "- a\n",
      "@/Pulumi.dev.yaml:1:1: a stack's file must hold an object, but this one is a list; write `config:`.",
    ],
    [
      "text for the configuration",
      "config: hello\n",
      '@/Pulumi.dev.yaml:1:1: `config` must be an object, but is "hello"; write one key and value to a line.',
    ],
    [
      "a key with too many colons",
      "config:\n  a:b:c: 1\n",
      '@/Pulumi.dev.yaml:2:3: "a:b:c" is not a configuration key; write NAME for the project\'s own, or NAMESPACE:NAME, as aws:region.',
    ],
    [
      "a number that JSON cannot hold",
      "config:\n  a: { b: .nan }\n",
      "@/Pulumi.dev.yaml:2:3: `config.a`: NaN is no number that a program can read; put it in quotes or correct it.",
    ],
    [
      "a salt that is no text",
      "encryptionsalt: [a]\n",
      "@/Pulumi.dev.yaml:1:1: `encryptionsalt` must be text, but is a list; let `pulumi` write it.",
    ],
    [
      "an alias without its anchor",
      "config:\n  a: *b\n",
      "@/Pulumi.dev.yaml:2:6: invalid YAML: the alias *b has no anchor; correct the file there.",
    ],
  ];
  for (const [why, stackFile, message] of wrong) {
    it(`refuses ${why}`, () =>
      within({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": stackFile }, (directory) =>
        refuses(directory, () => load(directory), message),
      ));
  }

  it("refuses a key on the command line that is none", () =>
    within({ "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": "" }, (directory) =>
      refuses(
        directory,
        () => load(directory, { "a:b:c": "x" }),
        '--config a:b:c=…: "a:b:c" is not a configuration key; write NAME for the project\'s own, or NAMESPACE:NAME, as aws:region.',
      ),
    ));
});

describe("a stack of a project that declares configuration", () => {
  it("gets the project's values where it sets none, as the CLI writes them", async () => {
    const declared = `config:
  a: 12
  b: true
  c: { type: array, items: { type: string }, default: [x, "1"] }
  d: { default: 1.5 }
  e: [1, { z: 1 }]
  f: { default: 2020-01-01 }
  g: { value: v }
  own: mine
  aws:region: eu-west-1
  aws:x: { value: { b: 1, a: 2020-01-01 } }
`;
    assert.deepEqual(await configOf("config:\n  own: yours\n", declared), {
      "aws:region": "eu-west-1",
      "aws:x": '{"a":"2020-01-01T00:00:00Z","b":1}',
      "facts:a": "12",
      "facts:b": "true",
      "facts:c": '["x","1"]',
      "facts:d": "1.5",
      "facts:e": '[1,{"z":1}]',
      "facts:f": "2020-01-01T00:00:00Z",
      "facts:g": "v",
      "facts:own": "yours",
    });
  });

  it("gets values within its objects, where keys are paths", async () => {
    const declared = 'config:\n  a.b: "12"\n  "x[0]": y\n  p.q: { type: integer }\n  p.r: "true"\n';
    assert.deepEqual(await configOf("config:\n  p: { q: 3 }\n", declared), {
      "facts:a": '{"b":12}',
      "facts:p": '{"q":3,"r":true}',
      "facts:x": '["y"]',
    });
  });

  it("may set values of every declared type, and numbers as text", async () => {
    const declared =
      "config:\n  a: { type: object }\n  b: { type: boolean }\n  c: { type: string }\n  d: { type: integer }\n  e: { type: integer }\n";
    assert.deepEqual(await configOf('config:\n  a: { x: 1 }\n  b: true\n  c: 12\n  d: "012"\n  e: 1.0\n', declared), {
      "facts:a": '{"x":1}',
      "facts:b": "true",
      "facts:c": "12",
      "facts:d": "012",
      "facts:e": "1",
    });
  });

  const wrong: [why: string, declared: string, stackFile: string, message: string | string[]][] = [
    [
      "the lack of all that is required, at once",
      "config:\n  a: { type: string }\n  c: { description: x }\n  b: { type: integer }\n",
      "config: {}\n",
      '@/Pulumi.dev.yaml: the stack "dev" lacks `a`, `b`, `c`, which @/Pulumi.yaml requires; set each with `pulumi config set KEY VALUE -s dev`, or pass --config KEY=VALUE.',
    ],
    [
      "the lack of what Pulumi ESC may hold",
      "config:\n  a: { type: string }\n",
      "environment: [aws/dev]\n",
      '@/Pulumi.dev.yaml: the stack "dev" lacks `a` (the values of its `environment`, Pulumi ESC, are not read here), which @/Pulumi.yaml requires; set it with `pulumi config set KEY VALUE -s dev`, or pass --config KEY=VALUE.',
    ],
    [
      "every value of another type, at once",
      "config:\n  a: { type: integer }\n  b: { type: boolean }\n  c: { type: array, items: { type: integer } }\n  d.e: { type: object }\n",
      "config:\n  a: x\n  b: yes\n  c: [1, 2.5]\n  d: { e: 1 }\n",
      [
        '@/Pulumi.dev.yaml:2:3: `a` must be of type integer, as @/Pulumi.yaml declares, but is "x"; correct the value.',
        '@/Pulumi.dev.yaml:3:3: `b` must be of type boolean, as @/Pulumi.yaml declares, but is "yes"; correct the value.',
        "@/Pulumi.dev.yaml:4:3: `c` must be of type array<integer>, as @/Pulumi.yaml declares, but is a list; correct the value.",
        '@/Pulumi.dev.yaml:5:8: `d.e` must be of type object, as @/Pulumi.yaml declares, but is "1"; correct the value.',
      ],
    ],
    [
      "a secret in the clear",
      "config:\n  a: { type: string, secret: true }\n",
      "config:\n  a: x\n",
      "@/Pulumi.dev.yaml:2:3: `a` must be encrypted, because @/Pulumi.yaml declares it secret; set it with `pulumi config set --secret a -s dev`.",
    ],
    [
      "a default that has no place in the stack's value",
      "config:\n  a.b.c: 1\n",
      "config:\n  a: { b: text }\n",
      '@/Pulumi.yaml: the default of `config.a.b.c` cannot be set in the stack "dev": there is neither an object nor a list to set "c" in; correct `facts:a` in @/Pulumi.dev.yaml or the default.',
    ],
    [
      "a key of the project that is no path",
      "config:\n  a..b: 1\n",
      "",
      "@/Pulumi.yaml: `config.a..b` is neither a configuration key nor a path into one; write NAME, NAMESPACE:NAME, NAME.KEY or NAME[INDEX].",
    ],
  ];
  for (const [why, declared, stackFile, message] of wrong) {
    it(`refuses ${why}`, () =>
      within({ "Pulumi.yaml": PROJECT + declared, "Pulumi.dev.yaml": stackFile }, (directory) =>
        refuses(directory, () => load(directory), message),
      ));
  }
});

describe("providerConfig", () => {
  it("is the part of the configuration in a package's namespace, with its secrets marked", () =>
    within(
      {
        "Pulumi.yaml": PROJECT,
        "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n  aws:token: { secure: abc }\n  awsx:a: 1\n  b: 2\n",
      },
      async (directory) =>
        assert.deepEqual(Object.fromEntries(providerConfig(await load(directory), "aws")), {
          region: { value: "eu-west-1", secret: false },
          token: { value: "[secret]", secret: true },
        }),
    ));
});
