import * as assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { parseWaivers, readWaivers, waiversPlace } from "../../model/waiver-file";
import { rules } from "../../rules";

/** A waiver that is in order, by field. */
const GOOD: Record<string, string> = {
  rule: "volume-is-encrypted",
  type: "aws:ebs/volume:Volume",
  name: "scratch-*",
  environment: "[dev, staging]",
  reason: "Holds public data only",
  ticket: "SEC-12",
  approver: "Jane Doe",
  expiry: "2026-12-31",
};

/** The text of a file of one waiver, with some fields changed or, where `undefined`, left out. */
function fileOf(changes: Record<string, string | undefined> = {}): string {
  const fields = Object.entries<string | undefined>({ ...GOOD, ...changes }).filter(([, value]) => value !== undefined);
  return `# Why not.\n- ${fields.map(([field, value]) => `${field}: ${value}`).join("\n  ")}\n`;
}

function mistakes(text: string): string[] {
  const { waivers, mistakes } = parseWaivers(text, rules);
  assert.deepEqual(mistakes.length > 0 ? waivers : [], [], "a waiver with a mistake waives nothing");
  return mistakes.map(({ message }) => message);
}

const URN = "urn:pulumi:dev::shop::aws:ebs/volume:Volume::data";

describe("a file of waivers", () => {
  it("gives each waiver with its place, its texts on one line", () => {
    const { waivers, mistakes } = parseWaivers(fileOf({ reason: '"Holds\n    public data\n    only "' }), rules);
    assert.deepEqual(mistakes, []);
    assert.deepEqual(waivers, [
      {
        place: "waivers.yaml, line 2",
        rule: "volume-is-encrypted",
        resources: { type: "aws:ebs/volume:Volume", name: "scratch-*" },
        environments: ["dev", "staging"],
        reason: "Holds public data only",
        ticket: "SEC-12",
        approver: "Jane Doe",
        expiry: "2026-12-31",
      },
    ]);
  });

  it("takes one stack as a text, none for all, and a URN in place of type and name", () => {
    const one = parseWaivers(fileOf({ environment: "prod" }), rules).waivers[0];
    const all = parseWaivers(fileOf({ environment: undefined, type: undefined, name: undefined, urn: URN }), rules);
    assert.deepEqual(one?.environments, ["prod"]);
    assert.deepEqual(
      all.waivers.map(({ environments, resources }) => [environments, resources]),
      [[[], { urn: URN }]],
    );
  });

  for (const [why, text] of Object.entries({
    "it is empty": "",
    "all is a comment": "# none\n\n  # at all\n",
    "its list is": "[]",
  })) {
    it(`holds none where ${why}`, () => assert.deepEqual(parseWaivers(text, rules), { waivers: [], mistakes: [] }));
  }

  const wrong: [why: string, text: string, messages: string[]][] = [
    [
      "what is no YAML",
      "- rule: [a\n",
      ["is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ]; correct it."],
    ],
    ["a field given twice", `${fileOf()}  rule: key-rotates\n`, ["is no YAML: Map keys must be unique; correct it."]],
    [
      "no list",
      "rule: volume-is-encrypted\n",
      ['waivers.yaml holds no list; write each waiver as an item, after "- ".'],
    ],
    [
      "an item that is no waiver",
      "- volume-is-encrypted\n- [1]\n- null\n",
      ['"volume-is-encrypted"', "[1]", "null"].map(
        (item, index) =>
          `waivers.yaml, line ${index + 1}: the waiver is ${item}, and must have the fields rule, urn, type, name, environment, reason, ticket, approver, expiry.`,
      ),
    ],
    [
      "a misspelt field",
      fileOf({ expires: "2026-12-31" }),
      ['a waiver has no field "expires"; did you mean "expiry"?'],
    ],
    [
      "a field like none",
      fileOf({ owner: "me" }),
      [
        'a waiver has no field "owner"; its fields are rule, urn, type, name, environment, reason, ticket, approver, expiry.',
      ],
    ],
    ["no rule", fileOf({ rule: undefined }), ["rule is not set; set it to the name of a rule."]],
    [
      "no type",
      fileOf({ type: undefined }),
      ["type is not set; set it to a type that the rule judges, or urn in place of type and name."],
    ],
    [
      "a type alone",
      fileOf({ name: "" }),
      ["name is not set; set it to a resource's name, with * for any text, or urn in place of type and name."],
    ],
    ["no reason", fileOf({ reason: "" }), ["reason is not set; set it to a text."]],
    [
      "a blank approver",
      fileOf({ approver: '" "' }),
      ['approver is " ", and must be a text without brackets; correct it.'],
    ],
    [
      "an approver in brackets",
      fileOf({ approver: "Jane (CISO)" }),
      ['approver is "Jane (CISO)", and must be a text without brackets; correct it.'],
    ],
    [
      "a ticket with spaces",
      fileOf({ ticket: "see mail" }),
      ['ticket is "see mail", and must be a text without spaces; correct it.'],
    ],
    [
      "a ticket that is a number",
      fileOf({ ticket: "12" }),
      ["ticket is 12, and must be a text without spaces; correct it."],
    ],
    [
      "an expiry that no calendar has",
      fileOf({ expiry: "2026-02-30" }),
      ['expiry is "2026-02-30", and must be a day that exists, as YYYY-MM-DD; correct it.'],
    ],
    [
      "an expiry of another form",
      fileOf({ expiry: "31.12.2026" }),
      ['expiry is "31.12.2026", and must be a day that exists, as YYYY-MM-DD; correct it.'],
    ],
    [
      "no end",
      fileOf({ expiry: "never" }),
      ['expiry is "never", and must be a day that exists, as YYYY-MM-DD; correct it.'],
    ],
    [
      "a month for an expiry",
      fileOf({ expiry: "2026-13-01" }),
      ['expiry is "2026-13-01", and must be a day that exists, as YYYY-MM-DD; correct it.'],
    ],
    [
      "an environment that is no text",
      fileOf({ environment: "[dev, 3]" }),
      ['environment is ["dev",3], and must be a stack\'s name, or a list of such; correct it.'],
    ],
    [
      "an empty environment",
      fileOf({ environment: "[]" }),
      ["environment is [], and must be a stack's name, or a list of such; correct it."],
    ],
    [
      "a URN that is none",
      fileOf({ type: undefined, name: undefined, urn: "data" }),
      ['urn is "data", and must be the URN of a resource, which begins with urn:pulumi:; correct it.'],
    ],
    [
      "a URN and a type",
      fileOf({ name: undefined, urn: URN }),
      ["type is set beside urn, which names one resource by itself; remove one."],
    ],
    [
      "a misspelt rule",
      fileOf({ rule: "volume-is-encryped" }),
      ['rule is "volume-is-encryped", which the pack does not have; did you mean "volume-is-encrypted"?'],
    ],
    [
      "a rule like none",
      fileOf({ rule: "s3" }),
      ['rule is "s3", which the pack does not have; its README lists the rules.'],
    ],
    [
      "a type that the rule does not judge",
      fileOf({ type: "aws:ec2/instance:Instance" }),
      [
        'type is "aws:ec2/instance:Instance", which volume-is-encrypted does not judge; set it to aws:ebs/volume:Volume.',
      ],
    ],
    [
      "the rule about waivers",
      fileOf({ rule: "waivers-are-valid", type: "pulumi:pulumi:Stack" }),
      ['rule is "waivers-are-valid", which cannot be waived; correct the waiver that it complains of.'],
    ],
    [
      "several mistakes, all at once",
      fileOf({ rule: undefined, why: "so", ticket: "a b" }),
      [
        'a waiver has no field "why"; its fields are rule, urn, type, name, environment, reason, ticket, approver, expiry.',
        "rule is not set; set it to the name of a rule.",
        'ticket is "a b", and must be a text without spaces; correct it.',
      ],
    ],
  ];
  for (const [why, text, messages] of wrong) {
    it(`is said to have ${why}`, () => {
      assert.deepEqual(
        mistakes(text).map((message) => message.replace(/^waivers\.yaml, line \d+:? (?!.*the waiver is)/, "")),
        messages,
      );
    });
  }

  it("is said to have a mistake once, each with a subject of its own", () => {
    const { mistakes } = parseWaivers(
      `${fileOf({ ticket: "a b", expiry: "never" })}${fileOf({ ticket: "c d" })}`,
      rules,
    );
    const subjects = mistakes.map(({ subject }) => subject);
    assert.equal(new Set(subjects).size, 3);
  });

  it("keeps the waivers beside one that has a mistake", () => {
    const { waivers, mistakes } = parseWaivers(`${fileOf({ expiry: "never" })}${fileOf()}`, rules);
    assert.deepEqual([waivers.length, mistakes.length], [1, 1]);
  });
});

describe("where waivers are read from", () => {
  const place = (folder: string, environment = {}) => waiversPlace(path.normalize(folder), environment);

  it("is the pack's folder in a checkout, and the project's where it is installed, however deep", () => {
    assert.equal(place("/work/policies"), path.normalize("/work/policies/waivers.yaml"));
    assert.equal(place("/shop/node_modules/@groundwork/policies"), path.normalize("/shop/waivers.yaml"));
    assert.equal(
      place("/shop/node_modules/.pnpm/p/node_modules/@groundwork/policies"),
      path.normalize("/shop/waivers.yaml"),
    );
    assert.equal(place("/shop/node_modules/p", { GROUNDWORK_WAIVERS: "/etc/mine.yaml" }), "/etc/mine.yaml");
  });

  it("need not exist, unless it was named; what cannot be read is a mistake", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "waivers-"));
    try {
      const file = path.join(folder, "mine.yaml");
      assert.deepEqual(readWaivers(file, rules, false), { waivers: [], mistakes: [] });
      const advice = "make it readable, or have GROUNDWORK_WAIVERS name another file.";
      assert.deepEqual(
        [readWaivers(file, rules, true), readWaivers(folder, rules, false)].map(({ mistakes }) => mistakes[0]?.message),
        [`${file} cannot be read (ENOENT); ${advice}`, `${folder} cannot be read (EISDIR); ${advice}`],
      );
      writeFileSync(file, fileOf({ expiry: "never" }));
      assert.match(readWaivers(file, rules, true).mistakes[0]?.message ?? "", /^mine\.yaml, line 2: expiry is "never"/);
      writeFileSync(file, fileOf());
      assert.equal(readWaivers(file, rules, true).waivers.length, 1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
