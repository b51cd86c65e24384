import * as assert from "node:assert/strict";
import * as prettier from "prettier";
import { type LookupRequest, mergeLookups } from "../../src/lookups";

const ZONES: LookupRequest = { kind: "invoke", token: "aws:index/getZones:getZones", args: { state: "available" } };
const NET: LookupRequest = { kind: "stackReference", name: "acme/net/dev" };
const VPC: LookupRequest = { kind: "read", type: "aws:ec2/vpc:Vpc", id: "vpc-1" };

describe("mergeLookups", () => {
  it("makes a file with an entry for each request, once", () => {
    const { text, added } = mergeLookups(undefined, [ZONES, NET, VPC, ZONES, NET, VPC]);
    assert.equal(added, 3);
    assert.equal(
      text,
      `{
  "invokes": [
    {
      "token": "aws:index/getZones:getZones",
      "args": {
        "state": "available"
      },
      "result": null
    }
  ],
  "stackReferences": {
    "acme/net/dev": null
  },
  "reads": [
    {
      "type": "aws:ec2/vpc:Vpc",
      "id": "vpc-1",
      "state": null
    }
  ]
}
`,
    );
  });

  it("adds nothing the second time, to the letter", () => {
    const first = mergeLookups(undefined, [ZONES, NET, VPC]).text;
    assert.deepEqual(mergeLookups(first, [VPC, NET, ZONES]), { text: first, added: 0 });
  });

  it("keeps what the file has, in its order and layout, and adds to the ends of its sections", () => {
    const before = `{
    "stackReferences": {"acme/dns/dev": { "zone": "Z1" }},

    "invokes": [
        {"result": {"names": ["a"]},   "token": "other", "args": {}}
    ],
    "reads": []
}
`;
    const { text, added } = mergeLookups(before, [ZONES, NET, VPC]);
    assert.equal(added, 3);
    assert.equal(
      text,
      `{
    "stackReferences": {"acme/dns/dev": { "zone": "Z1" },
        "acme/net/dev": null
    },

    "invokes": [
        {"result": {"names": ["a"]},   "token": "other", "args": {}},
        {
            "token": "aws:index/getZones:getZones",
            "args": {
                "state": "available"
            },
            "result": null
        }
    ],
    "reads": [
        {
            "type": "aws:ec2/vpc:Vpc",
            "id": "vpc-1",
            "state": null
        }
    ]
}
`,
    );
  });

  it("keeps tabs and Windows line ends", () => {
    const { text } = mergeLookups('{\r\n\t"reads": [\r\n\t]\r\n}\r\n', [VPC]);
    assert.equal(
      text,
      '{\r\n\t"reads": [\r\n\t\t{\r\n\t\t\t"type": "aws:ec2/vpc:Vpc",\r\n\t\t\t"id": "vpc-1",\r\n\t\t\t"state": null\r\n\t\t}\r\n\t]\r\n}\r\n',
    );
  });

  it("adds no entry where a broader one, or one that is still to be filled in, fits", () => {
    for (const entry of [
      { token: ZONES.token, args: {}, result: { names: [] } },
      { token: ZONES.token, args: { state: "available" }, result: null },
    ]) {
      const before = JSON.stringify({ invokes: [entry] });
      assert.deepEqual(mergeLookups(before, [ZONES]), { text: before, added: 0 });
    }
  });

  it("adds one entry for calls that differ only in secret or unknown arguments, and writes none of those", () => {
    const marker = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
    const calls = ["hunter2", "hunter3"].map((value): LookupRequest => ({
      kind: "invoke",
      token: "t",
      args: { a: 1, password: { ...marker, value }, list: [{ ...marker, value }] },
    }));
    const { text, added } = mergeLookups(undefined, calls);
    assert.equal(added, 1);
    assert.deepEqual(JSON.parse(text), { invokes: [{ token: "t", args: { a: 1 }, result: null }] });
  });

  it("lays entries out as Prettier does, so that a formatted repository stays so", async () => {
    const long = Array.from({ length: 12 }, (_, index) => `a-rather-long-value-${index}`);
    const args = { empty: {}, none: [], short: [1, "b c", true, null], long, filters: [{ name: "n", values: ["v"] }] };
    const { text } = mergeLookups(undefined, [{ kind: "invoke", token: "t", args }]);
    assert.equal(text, await prettier.format(text, { parser: "json", printWidth: 120 }));
  });

  it("refuses a file that is none, by its name", () => {
    assert.throws(() => mergeLookups("[", [ZONES], "lookups.dev.json"), {
      message: 'lookups.dev.json:1:2: invalid JSON: expected "]", but found the end of the file.',
    });
  });
});
