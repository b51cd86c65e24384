import * as assert from "node:assert/strict";
import { Lookups } from "../../src/lookups";
import { refuses, within } from "../project/temporary";

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
      "Regions and providers that are no texts",
      JSON.stringify({
        invokes: [{ token: "t", region: 1, provider: [], result: null }],
        reads: [{ type: "t", id: "i", region: ["a", ""], state: null }],
      }),
      [
        "@/l.json:1:35: invokes[0].region must be text, or a list of texts: the Region it answers for, as eu-central-1, but is 1; correct it.",
        "@/l.json:1:48: invokes[0].provider must be text, or a list of texts: the name of the provider it answers for, but is []; correct it.",
        '@/l.json:1:106: reads[0].region must be text, or a list of texts: the Region it answers for, as eu-central-1, but is ["a",""]; correct it.',
      ],
    ],
    [
      "secrets that are none",
      JSON.stringify({
        invokes: [{ token: "t", result: { a: [{ "fn::secert": "x" }], b: { "fn::secret": "x", c: 1 } } }],
        stackReferences: { "a/b/c": { "fn::secret": "x" } },
      }),
      [
        '@/l.json:1:55: invokes[0].result.a[0] has the unknown key "fn::secert"; the only one that begins with fn:: is "fn::secret".',
        '@/l.json:1:79: invokes[0].result.b has other keys beside "fn::secret"; move them out of the secret, or into it.',
        '@/l.json:1:134: stackReferences["a/b/c"]["fn::secret"] must be an object, as the answer is; make one of its properties the secret.',
      ],
    ],
    [
      "two entries for the same Regions, in whatever order",
      JSON.stringify({
        invokes: [
          { token: "t", region: ["a", "b"], result: {} },
          { token: "t", region: ["b", "a"], result: { x: 1 } },
          { token: "t", region: "a", result: {} },
          { token: "t", region: "a", provider: "p", result: {} },
        ],
      }),
      "@/l.json:1:58: invokes[1] answers the same as invokes[0]; remove one of them.",
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
