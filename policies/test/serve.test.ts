import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as path from "node:path";
import { rules } from "../rules";
import { load, type RuleSettings } from "./support/pack";

/** What the pack answers the engine where it does not take a configuration. */
interface Refusal {
  code: number;
  details: string;
}

/** A gRPC status: the caller's mistake. */
const INVALID_ARGUMENT = 3;

async function refusal(settings: Record<string, RuleSettings>): Promise<string[]> {
  try {
    await load(rules, settings);
    return [];
  } catch (error) {
    const { code, details } = error as Refusal;
    assert.equal(code, INVALID_ARGUMENT);
    return details.split("\n");
  }
}

describe("the pack's configuration", () => {
  it("is taken with every property of every rule, and with levels alone", async () => {
    const each = rules.map((rule): [string, RuleSettings] => {
      const properties = Object.entries(rule.schema);
      return [rule.name, Object.fromEntries(properties.map(([name, schema]) => [name, schema.default]))];
    });
    assert.deepEqual(await refusal(Object.fromEntries(each)), []);
    assert.deepEqual(await refusal({ all: { enforcementLevel: "advisory" }, "ami-is-approved": {} }), []);
  });

  const wrong: [why: string, settings: Record<string, RuleSettings>, mistakes: string[]][] = [
    [
      "a misspelt rule",
      { "amis-are-aproved": {} },
      ['"amis-are-aproved" is no rule of this pack; did you mean "ami-is-approved"?'],
    ],
    [
      "a rule like none of the pack's",
      { "s3-is-private": {} },
      ['"s3-is-private" is no rule of this pack; its README lists the rules.'],
    ],
    [
      "a misspelt property",
      { "ami-is-approved": { onUnkown: "mandatory" } },
      ['"ami-is-approved" has no property "onUnkown"; did you mean "onUnknown"?'],
    ],
    [
      "another rule's property",
      { "volume-is-encrypted": { approvedAmiIds: [] } },
      [
        '"volume-is-encrypted" has no property "approvedAmiIds"; its properties are accountEncryptsByDefault, encryptingRegions, encryptedSnapshotIds, onUnknown.',
      ],
    ],
    [
      "a property of all rules",
      { all: { onUnknown: "mandatory" } },
      ['"all" sets a level and nothing else, but has "onUnknown"; give it to each rule.'],
    ],
    [
      "several mistakes, all at once and in the order of the alphabet",
      { "volume-is-encrypted": { a: 1, b: 2 }, "ami-is-aproved": {} },
      [
        '"ami-is-aproved" is no rule of this pack; did you mean "ami-is-approved"?',
        ...["a", "b"].map(
          (name) =>
            `"volume-is-encrypted" has no property "${name}"; its properties are accountEncryptsByDefault, encryptingRegions, encryptedSnapshotIds, onUnknown.`,
        ),
      ],
    ],
  ];
  for (const [why, settings, mistakes] of wrong) {
    it(`is refused with ${why}`, async () => assert.deepEqual(await refusal(settings), mistakes));
  }
});

describe("servePack", () => {
  it("does not let a pack start whose configuration it cannot check", () => {
    const script = `
      require("@pulumi/policy");
      require.cache[require.resolve("@pulumi/policy")].exports = { PolicyPack: class {} };
      try {
        require("./serve").servePack("pack", { policies: [] }, () => undefined);
      } catch (error) {
        console.log(error.message);
      }`;
    const args = ["-r", "ts-node/register/transpile-only", "-e", script];
    assert.equal(
      execFileSync(process.execPath, args, { cwd: path.join(__dirname, ".."), encoding: "utf8" }),
      "The policy SDK has registered no service, so the pack cannot check its configuration.\n",
    );
  });
});
