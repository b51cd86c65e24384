import * as assert from "node:assert/strict";
import { loadPolicyPack } from "../../src/project";
import { refuses, within } from "./temporary";

describe("loadPolicyPack", () => {
  it("reads a pack that names its runtime alone", () =>
    within({ "PulumiPolicy.yaml": "runtime: nodejs\n" }, ({ root }) =>
      assert.deepEqual(loadPolicyPack(root), {
        directory: root,
        runtimeOptions: { typescript: true, nodeArgs: [] },
      }),
    ));

  it('reads a pack\'s version and runtime options, and passes over "main", as the engine does', () =>
    within(
      {
        "PulumiPolicy.yaml":
          'description: A pack\nversion: "1.2.3"\nmain: src\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n',
        "src/index.js": "",
      },
      (directory) =>
        assert.deepEqual(loadPolicyPack(directory.root), {
          directory: directory.root,
          runtimeOptions: { typescript: false, nodeArgs: [] },
          version: "1.2.3",
        }),
    ));

  it("reads the configuration by policy: a level, or a level and properties", () =>
    within(
      {
        "PulumiPolicy.yaml": "runtime: nodejs\n",
        "config.json": JSON.stringify({
          all: "mandatory",
          first: { enforcementLevel: "disabled" },
          second: { enforcementLevel: "remediate", owners: ["a"] },
          third: { limit: 3 },
          nothing: {},
        }),
      },
      (directory) => {
        const pack = loadPolicyPack(directory.root, directory.path("config.json"));
        assert.equal(pack.configFile, directory.path("config.json"));
        assert.deepEqual(pack.config, {
          all: { level: "mandatory", properties: {} },
          first: { level: "disabled", properties: {} },
          second: { level: "remediate", properties: { owners: ["a"] } },
          third: { properties: { limit: 3 } },
        });
      },
    ));

  it("takes an empty configuration file for no configuration", () =>
    within({ "PulumiPolicy.yaml": "runtime: nodejs\n", "config.json": " \n" }, (directory) =>
      assert.deepEqual(loadPolicyPack(directory.root, directory.path("config.json")).config, {}),
    ));

  const wrong: [why: string, files: Record<string, string>, message: string | string[]][] = [
    [
      "a directory without a pack, and does not search above it",
      { "../PulumiPolicy.yaml": "", x: "" },
      "the policy pack @/pack has no PulumiPolicy.yaml; name the directory of a PulumiPolicy.yaml with --policy-pack.",
    ],
    [
      "a directory that does not exist",
      { "../x": "" },
      "the policy pack @/pack does not exist; name the directory of a PulumiPolicy.yaml with --policy-pack.",
    ],
    [
      "a file",
      { "../pack": "" },
      "the policy pack @/pack is a file; name the directory of a PulumiPolicy.yaml with --policy-pack.",
    ],
    [
      "a file of a pack's name that the engine does not read",
      { "PulumiPolicy.yml": "runtime: nodejs\n" },
      "the policy pack @/pack has PulumiPolicy.yml, but the engine reads PulumiPolicy.yaml only; rename it.",
    ],
    ...["js", "json", "node", "ts", "tsx"].map((ending): [string, Record<string, string>, string] => [
      `a directory with pack.${ending} beside it, which would run in its place`,
      { "PulumiPolicy.yaml": "runtime: nodejs\n", [`../pack.${ending}`]: "" },
      `the policy pack @/pack is not what would run: Node.js loads @/pack.${ending} in its place; rename that file, or move it away.`,
    ]),
    [
      "another runtime",
      { "PulumiPolicy.yaml": "runtime: opa\n" },
      '@/pack/PulumiPolicy.yaml:1:1: the policy pack\'s runtime is "opa", but preflight runs nodejs only; preview this policy pack with `pulumi preview`, or point preflight at one with `runtime: nodejs`.',
    ],
    [
      "no runtime, and a version that is a number",
      { "PulumiPolicy.yaml": "version: 1.2\n" },
      [
        "@/pack/PulumiPolicy.yaml:1:1: `version` must be text, but is 1.2; put it in quotes.",
        "@/pack/PulumiPolicy.yaml:1:1: `runtime` must name the runtime, but is missing; write `runtime: nodejs`.",
      ],
    ],
    [
      "a file that holds no object",
      { "PulumiPolicy.yaml": "nodejs\n" },
      '@/pack/PulumiPolicy.yaml:1:1: a policy pack file must hold an object, but this one is "nodejs"; write keys such as `runtime: nodejs`.',
    ],
  ];
  for (const [why, files, message] of wrong) {
    it(`refuses ${why}`, () =>
      within(Object.fromEntries(Object.entries(files).map(([file, text]) => [`pack/${file}`, text])), (directory) =>
        refuses(directory, () => loadPolicyPack(directory.path("pack")), message),
      ));
  }

  const wrongConfig: [why: string, json: string | undefined, message: string | string[]][] = [
    [
      "that does not exist",
      undefined,
      "the policy pack configuration @/config.json does not exist; name a JSON file with --policy-pack-config.",
    ],
    [
      "that is not JSON, with line and column",
      '{\n  "a": mandatory\n}',
      "@/config.json:2:8: invalid JSON: mandatory is not a JSON value.",
    ],
    [
      "that is a list",
      "[]",
      '@/config.json:1:1: a pack\'s configuration must be an object of policies; write { "<policy>": "mandatory" }.',
    ],
    [
      "with unknown levels, all at once",
      '{\n  "a": "mandatry",\n  "b": { "enforcementLevel": "error" },\n  "c": 3,\n  "d": { "enforcementLevel": null }\n}',
      [
        '@/config.json:2:8: "a" must be a level or an object, but is "mandatry"; did you mean "mandatory"?',
        '@/config.json:3:30: "b.enforcementLevel" must be a level, but is "error"; the levels are advisory, mandatory, remediate, disabled.',
        '@/config.json:4:8: "c" must be a level or an object, but is 3; the levels are advisory, mandatory, remediate, disabled.',
        '@/config.json:5:30: "d.enforcementLevel" must be a level, but is null; the levels are advisory, mandatory, remediate, disabled.',
      ],
    ],
    [
      "that takes values from Pulumi ESC",
      '{ "environments": ["x"] }',
      '@/config.json:1:19: "environments" names Pulumi ESC environments, which only Pulumi Cloud can open; remove it here.',
    ],
  ];
  for (const [why, json, message] of wrongConfig) {
    it(`refuses a configuration ${why}`, () =>
      within(
        { "PulumiPolicy.yaml": "runtime: nodejs\n", ...(json === undefined ? {} : { "config.json": json }) },
        (directory) => refuses(directory, () => loadPolicyPack(directory.root, directory.path("config.json")), message),
      ));
  }
});
