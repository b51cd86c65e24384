import * as assert from "node:assert/strict";
import * as prettier from "prettier";
import { type CallSite, DEFAULT_PROVIDER, type LookupRequest, mergeLookups } from "../../src/lookups";

/** A call of no Region, through the provider that Pulumi chooses. */
const site: CallSite = { provider: DEFAULT_PROVIDER, config: {} };
const ZONES = {
  kind: "invoke",
  token: "aws:index/getZones:getZones",
  args: { state: "available" },
  site,
} satisfies LookupRequest;
const NET: LookupRequest = { kind: "stackReference", name: "acme/net/dev" };
const VPC = { kind: "read", type: "aws:ec2/vpc:Vpc", id: "vpc-1", site } satisfies LookupRequest;

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

  it("adds an entry for each Region, with its name, and none for a Region that an entry names", () => {
    const inRegion = (region: string): LookupRequest[] => [
      { ...ZONES, site: { ...site, region } },
      { ...VPC, site: { ...site, region } },
    ];
    const first = mergeLookups(undefined, [...inRegion("eu-west-1"), ...inRegion("us-east-1")]);
    assert.equal(first.added, 4);
    const { invokes, reads } = JSON.parse(first.text) as { invokes: unknown[]; reads: unknown[] };
    assert.deepEqual(
      invokes,
      ["eu-west-1", "us-east-1"].map((region) => ({ token: ZONES.token, region, args: ZONES.args, result: null })),
    );
    assert.deepEqual(
      reads,
      ["eu-west-1", "us-east-1"].map((region) => ({ type: VPC.type, id: VPC.id, region, state: null })),
    );
    assert.deepEqual(mergeLookups(first.text, inRegion("us-east-1")), { text: first.text, added: 0 });
    assert.equal(mergeLookups(first.text, inRegion("eu-west-3")).added, 2);
  });

  it("adds one entry for calls that differ only in secret or unknown arguments, and writes none of those", () => {
    const marker = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
    const calls = ["hunter2", "hunter3"].map((value): LookupRequest => ({
      kind: "invoke",
      token: "t",
      args: { a: 1, password: { ...marker, value }, list: [{ ...marker, value }] },
      site,
    }));
    const { text, added } = mergeLookups(undefined, calls);
    assert.equal(added, 1);
    assert.deepEqual(JSON.parse(text), { invokes: [{ token: "t", args: { a: 1 }, result: null }] });
  });

  it("lays entries out as Prettier does, so that a formatted repository stays so", async () => {
    const long = Array.from({ length: 12 }, (_, index) => `a-rather-long-value-${index}`);
    const args = { empty: {}, none: [], short: [1, "b c", true, null], long, filters: [{ name: "n", values: ["v"] }] };
    const { text } = mergeLookups(undefined, [{ kind: "invoke", token: "t", args, site }]);
    assert.equal(text, await prettier.format(text, { parser: "json", printWidth: 120 }));
  });

  it("refuses a file that is none, by its name", () => {
    assert.throws(() => mergeLookups("[", [ZONES], "lookups.dev.json"), {
      message: 'lookups.dev.json:1:2: invalid JSON: expected "]", but found the end of the file.',
    });
  });
});
