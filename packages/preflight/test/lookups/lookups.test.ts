import * as assert from "node:assert/strict";
import { DEFAULT_PROVIDER, type JsonObject, Lookups, lookupsFile, type LookupAnswer } from "../../src/lookups";
import { type Json } from "../../src/document";
import { loadProject, loadStack } from "../../src/project";
import { refuses, within } from "../project/temporary";

const GET_AMI = "aws:ec2/getAmi:getAmi";
/** A call of no Region, through the provider that Pulumi chooses. */
const NOWHERE = { provider: DEFAULT_PROVIDER, config: {} };
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function secret(value: Json): JsonObject {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

/** What the look-ups of a file with this content answer; `@` stands for the file's directory. */
function ask(content: unknown, question: (lookups: Lookups) => LookupAnswer): Promise<LookupAnswer> {
  return within({ "lookups.json": JSON.stringify(content) }, (directory) => {
    const answer = question(Lookups.load(directory.path("lookups.json"), true));
    return answer.found ? answer : { ...answer, message: answer.message.replaceAll(directory.root, "@") };
  });
}

function invokes(...entries: [args: JsonObject, result: JsonObject | null][]): unknown {
  return { invokes: entries.map(([args, result]) => ({ token: GET_AMI, args, result })) };
}

describe("lookupsFile", () => {
  it("is beside the stack's file", () =>
    within(
      { "Pulumi.yaml": "name: a\nruntime: nodejs\nstackConfigDir: stacks\n", "stacks/Pulumi.dev.yaml": "" },
      async (directory) => {
        const project = loadProject(directory.root);
        assert.equal(
          lookupsFile(project, await loadStack(project, "dev")),
          directory.path("stacks", "lookups.dev.json"),
        );
      },
    ));
});

describe("Lookups.load", () => {
  it("has no entries where there is no file that was asked for by name", () =>
    within({}, (directory) => {
      assert.equal(Lookups.load(directory.path("none.json"), false).stackReference("a/b/c").found, false);
    }));

  it("refuses a file that was asked for by name and does not exist", () =>
    within({}, (directory) =>
      refuses(
        directory,
        () => Lookups.load(directory.path("none.json"), true),
        "the look-ups file @/none.json does not exist; name a file with --lookups, or let `preflight lookups` write it.",
      ),
    ));

  const wrong: [why: string, text: string, message: string | string[]][] = [
    [
      "text that is not JSON, with line and column",
      '{\n  "invokes": [,]\n}',
      '@/l.json:2:15: invalid JSON: expected a value, but found ",".',
    ],
    ["a list", "[]", "@/l.json:1:1: the file must be an object, but is []; correct it."],
    [
      "a misspelt section",
      '{ "invoke": [] }',
      '@/l.json:1:13: the file has the unknown key "invoke"; did you mean "invokes"?',
    ],
    [
      "an unknown section",
      '{ "data": [] }',
      '@/l.json:1:11: the file has the unknown key "data"; its keys are invokes, stackReferences, reads.',
    ],
    [
      "sections of the wrong kinds",
      '{ "invokes": {}, "reads": 1, "stackReferences": [] }',
      [
        "@/l.json:1:14: invokes must be a list, but is {}; correct it.",
        "@/l.json:1:49: stackReferences must be an object, but is []; correct it.",
        "@/l.json:1:27: reads must be a list, but is 1; correct it.",
      ],
    ],
    [
      "everything wrong in its entries, at once",
      '{ "invokes": [\n  { "token": 1, "args": [], "result": "x" },\n  { "tokn": "a", "result": null },\n  7\n],\n"stackReferences": { "a/b/c": 1 },\n"reads": [{ "type": "", "id": "i" }] }',
      [
        "@/l.json:2:14: invokes[0].token must be text: the function's token, as aws:ec2/getAmi:getAmi, but is 1; correct it.",
        "@/l.json:2:25: invokes[0].args must be an object, but is []; correct it.",
        '@/l.json:2:39: invokes[0].result must be an object, or null until it is filled in, but is "x"; correct it.',
        '@/l.json:3:13: invokes[1] has the unknown key "tokn"; did you mean "token"?',
        '@/l.json:3:3: invokes[1] lacks "token"; add it.',
        "@/l.json:4:3: invokes[2] must be an object, but is 7; correct it.",
        '@/l.json:6:31: stackReferences["a/b/c"] must be an object, or null until it is filled in, but is 1; correct it.',
        '@/l.json:7:11: reads[0] lacks "state"; add it.',
        '@/l.json:7:21: reads[0].type must be text: the resource\'s type, as aws:ec2/vpc:Vpc, but is ""; correct it.',
      ],
    ],
    [
      "two entries for one question, whatever the order of their keys",
      JSON.stringify({
        invokes: [
          { token: "t", args: { a: 1, b: 2 }, result: {} },
          { token: "t", args: { b: 2, a: 1 }, result: { x: 1 } },
        ],
        reads: [
          { type: "t", id: "i", state: {} },
          { type: "t", id: "i", state: null },
        ],
      }),
      [
        "@/l.json:1:60: invokes[1] answers the same as invokes[0]; remove one of them.",
        "@/l.json:1:155: reads[1] answers the same as reads[0]; remove one of them.",
      ],
    ],
  ];
  for (const [why, text, message] of wrong) {
    it(`refuses ${why}`, () =>
      within({ "l.json": text }, (directory) =>
        refuses(directory, () => Lookups.load(directory.path("l.json"), true), message),
      ));
  }
});

describe("Lookups.invoke", () => {
  it("takes the entry that names most of the call's arguments, at any depth", async () => {
    const content = invokes(
      [{}, { id: "any" }],
      [{ owners: ["amazon"] }, { id: "amazon" }],
      [{ owners: ["amazon"], filters: [{ name: "name", values: ["al2023-*"] }] }, { id: "al2023" }],
      [{ owners: ["amazon"], filters: [{ name: "name" }] }, { id: "named" }],
    );
    const cases: [JsonObject, string][] = [
      [{ owners: ["amazon"], filters: [{ name: "name", values: ["al2023-*"] }], mostRecent: true }, "al2023"],
      [{ owners: ["amazon"], filters: [{ name: "name", values: ["other"] }] }, "named"],
      [{ owners: ["amazon"], filters: [{ name: "architecture", values: ["arm64"] }] }, "amazon"],
      [{ owners: ["amazon"] }, "amazon"],
      [{ owners: ["amazon", "self"] }, "any"],
      [{}, "any"],
    ];
    for (const [args, id] of cases) {
      assert.deepEqual(await ask(content, (lookups) => lookups.invoke(GET_AMI, args, NOWHERE)), {
        found: true,
        value: { id },
      });
    }
  });

  it("takes an entry without args for any call", async () => {
    const content = { invokes: [{ token: GET_AMI, result: { id: "any" } }] };
    assert.equal((await ask(content, (lookups) => lookups.invoke(GET_AMI, { a: 1 }, NOWHERE))).found, true);
    assert.equal((await ask(content, (lookups) => lookups.invoke("other", { a: 1 }, NOWHERE))).found, false);
  });

  it("takes neither of two entries that fit as closely and answer differently", async () => {
    const content = invokes([{ a: 1 }, { id: "a" }], [{ x: 0 }, { id: "x" }], [{ b: 2 }, { id: "b" }]);
    assert.deepEqual(await ask(content, (lookups) => lookups.invoke(GET_AMI, { a: 1, b: 2 }, NOWHERE)), {
      found: false,
      message:
        `@/lookups.json: invokes[0] and invokes[2] both answer ${GET_AMI} and name as many of its arguments; ` +
        "name one more in the args of the one that is meant.",
    });
  });

  it("takes either of two entries that fit as closely and answer the same", async () => {
    const content = invokes([{ a: 1 }, { id: "same" }], [{ b: 2 }, { id: "same" }]);
    const answer = await ask(content, (lookups) => lookups.invoke(GET_AMI, { a: 1, b: 2 }, NOWHERE));
    assert.deepEqual(answer, { found: true, value: { id: "same" } });
  });

  it("takes null for an argument that the call leaves out, and for no other", async () => {
    const content = invokes([{ a: null }, { id: "without a" }]);
    assert.equal((await ask(content, (lookups) => lookups.invoke(GET_AMI, {}, NOWHERE))).found, true);
    assert.equal((await ask(content, (lookups) => lookups.invoke(GET_AMI, { a: 0 }, NOWHERE))).found, false);
  });

  it("tells types apart", async () => {
    for (const [entry, call] of [
      [1, "1"],
      [true, "true"],
      [[], {}],
      [{}, []],
      [{}, "x"],
      [["a"], "a"],
      [
        ["a", "b"],
        ["b", "a"],
      ],
    ] as [Json, Json][]) {
      const answer = await ask(invokes([{ a: entry }, {}]), (lookups) => lookups.invoke(GET_AMI, { a: call }, NOWHERE));
      assert.equal(answer.found, false, JSON.stringify([entry, call]));
    }
  });

  it("fits secret arguments by their value", async () => {
    const content = invokes([{ password: "hunter2" }, { id: "x" }]);
    assert.equal(
      (await ask(content, (lookups) => lookups.invoke(GET_AMI, { password: secret("hunter2") }, NOWHERE))).found,
      true,
    );
    assert.equal(
      (await ask(content, (lookups) => lookups.invoke(GET_AMI, { password: secret("other") }, NOWHERE))).found,
      false,
    );
  });

  it("passes secrets in a result through", async () => {
    const content = invokes([{}, { token: secret("s") }]);
    assert.deepEqual(await ask(content, (lookups) => lookups.invoke(GET_AMI, {}, NOWHERE)), {
      found: true,
      value: { token: secret("s") },
    });
  });

  it("says which result is still to be filled in", async () => {
    const content = invokes([{}, {}], [{ a: 1 }, null]);
    assert.deepEqual(await ask(content, (lookups) => lookups.invoke(GET_AMI, { a: 1 }, NOWHERE)), {
      found: false,
      message: `@/lookups.json: invokes[1].result is still null; fill in what ${GET_AMI} returns.`,
    });
  });

  it("shows the entry to add for a call without one, and never a secret", async () => {
    const args = {
      owners: ["self"],
      token: secret("hunter2"),
      nested: { keep: 1, drop: secret("x") },
      list: [UNKNOWN],
    };
    assert.deepEqual(await ask({}, (lookups) => lookups.invoke(GET_AMI, args, NOWHERE)), {
      found: false,
      message: `@/lookups.json: no entry answers ${GET_AMI}; add this to "invokes" with the value in place of null, or let \`preflight lookups\` add it:
{
  "token": "aws:ec2/getAmi:getAmi",
  "args": {
    "owners": ["self"],
    "nested": {
      "keep": 1
    }
  },
  "result": null
}`,
    });
  });
});

describe("Lookups.stackReference", () => {
  const content = { stackReferences: { "acme/net/prod": { vpcId: "vpc-1" }, "acme/net/dev": null } };

  it("has the outputs of the stack of that name", async () =>
    assert.deepEqual(await ask(content, (lookups) => lookups.stackReference("acme/net/prod")), {
      found: true,
      value: { vpcId: "vpc-1" },
    }));

  it("says which outputs are still to be filled in, and what to add for those that are not there", async () => {
    assert.deepEqual(await ask(content, (lookups) => lookups.stackReference("acme/net/dev")), {
      found: false,
      message: `@/lookups.json: stackReferences["acme/net/dev"] is still null; fill in that stack's outputs.`,
    });
    assert.deepEqual(await ask(content, (lookups) => lookups.stackReference("acme/net/ci")), {
      found: false,
      message:
        '@/lookups.json: no entry has the outputs of the stack acme/net/ci; add this to "stackReferences" with the value in place of null, ' +
        'or let `preflight lookups` add it:\n"acme/net/ci": null',
    });
  });
});

describe("Lookups.read", () => {
  const VPC = "aws:ec2/vpc:Vpc";
  const content = {
    reads: [
      { type: VPC, id: "vpc-1", state: { cidrBlock: "10.0.0.0/16" } },
      { type: VPC, id: "vpc-2", state: null },
    ],
  };

  it("has the state of the resource of that type and id", async () =>
    assert.deepEqual(await ask(content, (lookups) => lookups.read(VPC, "vpc-1")), {
      found: true,
      value: { cidrBlock: "10.0.0.0/16" },
    }));

  it("says which state is still to be filled in, and what to add for one that is not there", async () => {
    assert.deepEqual(await ask(content, (lookups) => lookups.read(VPC, "vpc-2")), {
      found: false,
      message: "@/lookups.json: reads[1].state is still null; fill in the resource's properties.",
    });
    assert.deepEqual(await ask(content, (lookups) => lookups.read("aws:ec2/subnet:Subnet", "vpc-1")), {
      found: false,
      message: `@/lookups.json: no entry has the state of aws:ec2/subnet:Subnet vpc-1; add this to "reads" with the value in place of null, or let \`preflight lookups\` add it:
{
  "type": "aws:ec2/subnet:Subnet",
  "id": "vpc-1",
  "state": null
}`,
    });
  });
});
