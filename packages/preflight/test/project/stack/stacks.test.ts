import * as assert from "node:assert/strict";
import { listStacks, loadProject, parseStackName } from "../../../src/project/index";
import { refuses, within } from "../temporary";

const PROJECT = { "Pulumi.yaml": "name: app\nruntime: nodejs\nstackConfigDir: stacks\n" };
const STACKS = { ...PROJECT, "stacks/Pulumi.dev.yaml": "", "stacks/Pulumi.prod.eu.yaml": "" };

describe("listStacks", () => {
  it("lists the files of stacks, sorted, and no others", () =>
    within(
      {
        ...STACKS,
        "stacks/Pulumi.yaml": "",
        "stacks/Pulumi.ci.json": "",
        "stacks/Pulumi.a b.yaml": "",
        "stacks/Pulumi.folder.yaml/x": "",
        "stacks/lookups.dev.json": "",
        "Pulumi.root.yaml": "",
      },
      ({ root }) => assert.deepEqual(listStacks(loadProject(root)), ["dev", "prod.eu"]),
    ));

  it("is empty where there is no directory of stacks", () =>
    within(PROJECT, ({ root }) => assert.deepEqual(listStacks(loadProject(root)), [])));
});

describe("parseStackName", () => {
  it("takes a name alone, with its organization, or with its project too", () =>
    within(STACKS, ({ root }) => {
      const project = loadProject(root);
      assert.deepEqual(parseStackName(project, "dev"), { organization: "organization", name: "dev" });
      assert.deepEqual(parseStackName(project, "acme/dev"), { organization: "acme", name: "dev" });
      assert.deepEqual(parseStackName(project, "acme/app/prod.eu"), { organization: "acme", name: "prod.eu" });
    }));

  const wrong: [why: string, files: Record<string, string>, name: string, message: string][] = [
    [
      "a stack without a file, with the known ones",
      STACKS,
      "staging",
      'unknown stack "staging": @/stacks/Pulumi.staging.yaml does not exist, and the stacks with a file are dev, prod.eu; ' +
        "add Pulumi.staging.yaml (it may be empty) or name a known stack.",
    ],
    [
      "a misspelt stack",
      STACKS,
      "dve",
      'unknown stack "dve": @/stacks/Pulumi.dve.yaml does not exist, and the stacks with a file are dev, prod.eu; did you mean "dev"?',
    ],
    [
      "a stack where none has a file",
      PROJECT,
      "dev",
      'unknown stack "dev": @/stacks/Pulumi.dev.yaml does not exist, and no stack has a file there; ' +
        "add Pulumi.dev.yaml (it may be empty) or name a known stack.",
    ],
    [
      "a stack whose file has another ending than the project's",
      { ...PROJECT, "stacks/Pulumi.dev.yml": "" },
      "dev",
      'unknown stack "dev": @/stacks/Pulumi.dev.yaml does not exist, and no stack has a file there; ' +
        "Pulumi.dev.yml is not read, because the project's file ends in .yaml; rename it.",
    ],
    [
      "a stack of another project",
      STACKS,
      "acme/shop/dev",
      'the stack "acme/shop/dev" belongs to the project "shop", but @/Pulumi.yaml is the project "app"; ' +
        "name a stack of this project, or the other project's directory with --cwd.",
    ],
    ...["a/b/c/dev", "acme/", "d e v", "../dev"].map((name): [string, Record<string, string>, string, string] => [
      `the name ${name}`,
      STACKS,
      name,
      `"${name}" is not a stack's name; write NAME, ORGANIZATION/NAME or ORGANIZATION/PROJECT/NAME, ` +
        "where NAME is 1 to 100 letters, digits, hyphens, underscores and periods.",
    ]),
  ];
  for (const [why, files, name, message] of wrong) {
    it(`refuses ${why}`, () =>
      within(files, (directory) =>
        refuses(directory, () => parseStackName(loadProject(directory.root), name), message),
      ));
  }
});
