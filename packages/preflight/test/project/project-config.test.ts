import * as assert from "node:assert/strict";
import { loadProject } from "../../src/project";
import { refuses, within } from "./temporary";

/** A project with this `config` block, whose first line is the fourth of the file. */
function projectWith(block: string): Record<string, string> {
  return { "Pulumi.yaml": `name: app\nruntime: nodejs\nconfig:\n${block}` };
}

describe("the config block of Pulumi.yaml", () => {
  it("declares types, defaults and secrets, and sets values of other packages", () =>
    within(
      projectWith(`  size: t3.micro
  count: { type: integer }
  zones: { type: array, items: { type: array, items: { type: string } }, default: [[a]] }
  password: { type: string, secret: true, description: The password }
  aws:region: eu-west-1
  aws:defaultTags: { value: { tags: { a: b } } }
  app:extra: { default: x }
`),
      ({ root }) =>
        assert.deepEqual(Object.fromEntries(loadProject(root).config), {
          size: { secret: false, default: "t3.micro" },
          count: { type: { type: "integer" }, secret: false },
          zones: {
            type: { type: "array", items: { type: "array", items: { type: "string" } } },
            secret: false,
            default: [["a"]],
          },
          password: { type: { type: "string" }, secret: true },
          "aws:region": { secret: false, default: "eu-west-1" },
          "aws:defaultTags": { secret: false, default: new Map([["tags", new Map([["a", "b"]])]]) },
          "app:extra": { secret: false, default: "x" },
        }),
    ));

  const wrong: [why: string, block: string, message: string][] = [
    ["a list", "  - a\n", "@/Pulumi.yaml:3:1: `config` must be an object, but is a list; give it keys or remove it."],
    [
      "a key without a value",
      "  a:\n",
      "@/Pulumi.yaml:4:3: `config.a` must be text, a whole number, true, false, a list or an object, but is empty.",
    ],
    [
      "a fraction that is not declared",
      "  a: 1.5\n",
      "@/Pulumi.yaml:4:3: `config.a` must be text, a whole number, true, false, a list or an object, but is 1.5.",
    ],
    [
      "a misspelt key of a declaration",
      "  a: { defualt: 1 }\n",
      "@/Pulumi.yaml:4:8: `config.a` has the unknown key `defualt`; did you mean `default`?",
    ],
    [
      "an unknown key of a declaration",
      "  a: { minimum: 1 }\n",
      "@/Pulumi.yaml:4:8: `config.a` has the unknown key `minimum`; it takes type, items, description, secret, default, value.",
    ],
    [
      "an unknown type",
      "  a: { type: number }\n",
      '@/Pulumi.yaml:4:8: `config.a.type` must be one of string, integer, boolean, array, object, but is "number"; correct it.',
    ],
    [
      "a type that is nearly one",
      "  a: { type: bolean }\n",
      '@/Pulumi.yaml:4:8: `config.a.type` must be one of string, integer, boolean, array, object, but is "bolean"; did you mean boolean?',
    ],
    [
      "an array of nothing",
      "  a: { type: array }\n",
      "@/Pulumi.yaml:4:3: `config.a` is an array and must say of what; add `items: { type: string }` or another type.",
    ],
    [
      "a default of another type",
      "  a: { type: array, items: { type: integer }, default: [x] }\n",
      "@/Pulumi.yaml:4:47: `config.a.default` must be of type array<integer>, but is a list.",
    ],
    [
      "a default beside a value",
      "  a: { default: 1, value: 2 }\n",
      "@/Pulumi.yaml:4:3: `config.a` has both `default` and `value`; keep one.",
    ],
    [
      "a secret that is neither true nor false",
      "  a: { secret: 1 }\n",
      "@/Pulumi.yaml:4:8: `config.a.secret` must be true or false, but is 1.",
    ],
    [
      "a type for another package's key",
      "  aws:region: { type: string }\n",
      "@/Pulumi.yaml:4:17: `config.aws:region` is another package's and takes no `type`; keep `value` only.",
    ],
    [
      "a default for another package's key",
      "  aws:region: { default: x }\n",
      "@/Pulumi.yaml:4:17: `config.aws:region` is another package's and takes no `default`; write `value` instead.",
    ],
    [
      "no value for another package's key",
      "  aws:region: { description: x }\n",
      "@/Pulumi.yaml:4:3: `config.aws:region` is another package's and has no `value`; give it one.",
    ],
  ];
  for (const [why, block, message] of wrong) {
    it(`refuses ${why}`, () =>
      within(projectWith(block), (directory) => refuses(directory, () => loadProject(directory.root), message)));
  }
});
