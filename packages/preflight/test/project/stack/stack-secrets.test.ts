import * as assert from "node:assert/strict";
import { loadProject, loadStack } from "../../../src/project/index";
import { load, PROJECT } from "../load";
import { refuses, within } from "../temporary";

/** Two secrets and their salt, made by the Pulumi CLI with this passphrase. */
const PASSPHRASE = { PULUMI_CONFIG_PASSPHRASE: "swordfish" };
const SALT = "encryptionsalt: v1:kOEZFsX26b4=:v1:hFcyME8LGdR8tsv0:IUkffuo+I+oM2jcQ3ck6FkAOlYzk+A==\n";
const SECRETS = `config:
  facts:pw:
    secure: v1:pLzNGSnvTZYqYpCm:/EQ4RG+qkK/lm4FVYe++RwG0f8eDl60=
  facts:obj:
    inner:
      pw:
        secure: v1:GFDbFqqWFrxctxkc:iSaYPCouRpjs7BNeIjajFoRKJQ==
    list:
      - 5
  plain: x
`;

describe("the plain texts of a stack", () => {
  it("are those of its file, at any depth, and not those of the command line, which may be a secret's", () =>
    within(
      { "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": "config:\n  a: one\n  b: { c: [two, 3] }\n" },
      async (directory) => assert.deepEqual((await load(directory, { d: "three" })).plainTexts, ["one", "two"]),
    ));
});

describe("the secrets of a stack", () => {
  const files = { "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": SECRETS + SALT };

  it("are decrypted with the passphrase, also within objects", () =>
    within(files, async (directory) => {
      const stack = await load(directory, {}, PASSPHRASE);
      assert.deepEqual(Object.fromEntries(stack.config), {
        "facts:obj": '{"inner":{"pw":"p\\u0026q"},"list":[5]}',
        "facts:plain": "x",
        "facts:pw": "hunter2",
      });
      assert.deepEqual(stack.secretKeys, new Set(["facts:obj", "facts:pw"]));
      assert.deepEqual(stack.secrets, ["p&q", "hunter2"]);
      assert.deepEqual(stack.plainTexts, ["x"]);
      assert.deepEqual(stack.diagnostics, []);
    }));

  it("are decrypted with the passphrase in a file", () =>
    within({ ...files, passphrase: "swordfish\n" }, async (directory) => {
      const environment = { PULUMI_CONFIG_PASSPHRASE_FILE: directory.path("passphrase") };
      assert.equal((await load(directory, {}, environment)).config.get("facts:pw"), "hunter2");
    }));

  for (const [why, head, obstacle] of [
    [
      "without the passphrase",
      SALT,
      "set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to preview with the values",
    ],
    [
      "where Pulumi Cloud holds the key",
      "",
      "Pulumi Cloud holds the key; pass the values that the program must read with --config KEY=VALUE",
    ],
    [
      "where a key service holds the key",
      "secretsprovider: awskms://alias/x\nencryptedkey: abc\n",
      "awskms://alias/x holds the key; pass the values that the program must read with --config KEY=VALUE",
    ],
  ] as const) {
    it(`stand as [secret] ${why}, and the preview says so`, () =>
      within({ ...files, "Pulumi.dev.yaml": head + SECRETS }, async (directory) => {
        const stack = await load(directory, {}, head === SALT ? {} : PASSPHRASE);
        assert.deepEqual(Object.fromEntries(stack.config), {
          "facts:obj": '{"inner":{"pw":"[secret]"},"list":[5]}',
          "facts:plain": "x",
          "facts:pw": "[secret]",
        });
        assert.deepEqual(stack.secretKeys, new Set(["facts:obj", "facts:pw"]));
        assert.deepEqual(stack.secrets, []);
        assert.deepEqual(stack.diagnostics, [
          {
            severity: "info",
            message: `The secrets \`facts:obj\`, \`facts:pw\` stand as [secret]: ${obstacle}.`,
            urn: "",
          },
        ]);
      }));
  }

  it("stay secret where the command line gives them, and need no passphrase then", () =>
    within(files, async (directory) => {
      const stack = await load(directory, { pw: "a", obj: "{}" });
      assert.deepEqual([stack.config.get("facts:pw"), stack.config.get("facts:obj")], ["a", "{}"]);
      assert.deepEqual(stack.secretKeys, new Set(["facts:obj", "facts:pw"]));
      assert.deepEqual(stack.diagnostics, []);
    }));

  it("are secret where the project declares it and the command line gives them", () =>
    within(
      { "Pulumi.yaml": `${PROJECT}config:\n  a: { type: string, secret: true }\n`, "Pulumi.dev.yaml": "" },
      async (directory) => assert.deepEqual((await load(directory, { a: "x" })).secretKeys, new Set(["facts:a"])),
    ));

  it("are not held against their declared types while they are not known, and are once they are", () =>
    within({ ...files, "Pulumi.yaml": `${PROJECT}config:\n  pw: { type: integer }\n` }, async (directory) => {
      assert.equal((await load(directory)).config.get("facts:pw"), "[secret]");
      await refuses(
        directory,
        () => load(directory, {}, PASSPHRASE),
        "@/Pulumi.dev.yaml:2:3: `pw` must be of type integer, as @/Pulumi.yaml declares, but the secret does not fit; correct the value.",
      );
    }));

  it("are refused with another passphrase", () =>
    within(files, (directory) =>
      refuses(
        directory,
        () => load(directory, {}, { PULUMI_CONFIG_PASSPHRASE: "" }),
        "@/Pulumi.dev.yaml:11:1: the passphrase in PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE is not that of " +
          'the stack "dev"; correct it, or unset it to preview with [secret] in place of secrets.',
      ),
    ));

  it("are refused with a passphrase file that is not there", () =>
    within(files, (directory) =>
      refuses(
        directory,
        () => load(directory, {}, { PULUMI_CONFIG_PASSPHRASE_FILE: directory.path("nowhere") }),
        "PULUMI_CONFIG_PASSPHRASE_FILE names @/nowhere, which cannot be read (ENOENT); correct or unset it.",
      ),
    ));

  it("are refused where they or the salt are damaged", () =>
    within(
      {
        "Pulumi.yaml": PROJECT,
        "Pulumi.dev.yaml": `config:\n  pw: { secure: abc }\n${SALT}`,
        "Pulumi.two.yaml": `config:\n  pw: { secure: abc }\nencryptionsalt: abc\n`,
      },
      async (directory) => {
        await refuses(
          directory,
          () => load(directory, {}, PASSPHRASE),
          "@/Pulumi.dev.yaml:2:3: the secret `facts:pw` cannot be decrypted with the stack's passphrase; set it again with `pulumi config set --secret facts:pw -s dev`.",
        );
        await refuses(
          directory,
          () => loadStack(loadProject(directory.root), "two", {}, PASSPHRASE),
          "@/Pulumi.two.yaml:3:1: `encryptionsalt` is damaged (it is not of the form v1:SALT:CIPHERTEXT); restore the line that `pulumi` wrote.",
        );
      },
    ));
});
