import * as assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { format } from "prettier";
import { type ApprovedAmi } from "@groundwork/core";
import { CATALOGUE, CatalogueFile } from "../../src/catalogue/catalogue-file";

const STACKS = ["shared", "dev", "staging", "prod"];
const ENTRY: ApprovedAmi = {
  ...{
    name: "web",
    environments: ["dev"],
    region: "eu-west-1",
    accountId: "111122223333",
    id: "ami-0aaaaaaaaaaaaaaaa",
  },
  ...{ encrypted: true, created: "2026-11-20", approved: "2026-11-30", approvedBy: "Ada", expires: "2027-02-28" },
};

describe("the catalogue's file", () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "catalogue-"));
    mkdirSync(path.join(root, "stacks"));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  function fileOf(text: string): CatalogueFile {
    writeFileSync(path.join(root, CATALOGUE), text);
    return CatalogueFile.read(root, STACKS);
  }

  it("of this repository changes in one entry alone, and not in how it is written", () => {
    const text = readFileSync(path.join(__dirname, "..", "..", "..", "..", CATALOGUE), "utf8");
    const file = fileOf(text);
    for (const ami of file.amis) {
      for (const environment of ami.environments) {
        const [only] = [{ ...ami, environments: [environment] }];
        if (ami.environments.length === 1) {
          assert.equal(file.with(only), text);
        }
        const changed = file.with({ ...only, approvedBy: "Ada" }).split("\n");
        const added = changed.filter((line) => !text.includes(`${line}\n`));
        assert.deepEqual(added, ["    approvedBy: Ada"]);
      }
    }
  });

  it("gains an entry at its end, in the order of the fields, where there is none", () => {
    const lines = [
      ...["  - name: web", "    environments: [dev]", "    region: eu-west-1", '    accountId: "111122223333"'],
      ...[
        "    id: ami-0aaaaaaaaaaaaaaaa",
        "    encrypted: true",
        "    created: 2026-11-20",
        "    approved: 2026-11-30",
      ],
      ...["    approvedBy: Ada", "    expires: 2027-02-28", ""],
    ];
    assert.equal(fileOf("# None yet.\namis: []\n").with(ENTRY), ["# None yet.", "amis:", ...lines].join("\n"));
    assert.equal(fileOf("amis: []\n").with(ENTRY), ["amis:", ...lines].join("\n"));
    const both = fileOf(["amis:", ...lines].join("\n")).with({ ...ENTRY, name: "db" });
    assert.equal(both, ["amis:", ...lines.slice(0, -1), "  - name: db", ...lines.slice(1)].join("\n"));
  });

  it("has the form in which the repository keeps its files", async () => {
    const whole: ApprovedAmi = {
      ...ENTRY,
      ...{ environments: ["staging", "prod"], owner: "444455556666", tests: "passed", parent: "ssm:/aws/service/ami" },
      findings: { critical: 0, high: 1, medium: 2, other: 3 },
      acceptedFindings:
        "nobody reaches it: it has no address, no port is open, and the package in question is never run by anything there",
    };
    const text = fileOf("# All.\namis: []\n").with(whole);
    assert.equal(await format(text, { parser: "yaml", printWidth: 120 }), text);
    const renewed = fileOf(text).with({ ...whole, environments: ["prod"], findings: { ...whole.findings!, high: 0 } });
    assert.equal(await format(renewed, { parser: "yaml", printWidth: 120 }), renewed);
    const counts = fileOf(renewed).amis.map(({ findings }) => findings?.high);
    assert.deepEqual(counts, [1, 0]);
  });

  it("keeps the entry of another Region", () => {
    const file = fileOf(fileOf("amis: []\n").with(ENTRY));
    const both = fileOf(file.with({ ...ENTRY, region: "eu-central-1" }));
    assert.deepEqual(
      both.amis.map(({ region }) => region),
      ["eu-west-1", "eu-central-1"],
    );
  });

  it("is not written where nobody could read it", () => {
    assert.throws(
      () => fileOf("amis: []\n").with({ ...ENTRY, expires: "2026-11-29" }),
      /amis\[0\].expires is "2026-11-29"/,
    );
  });

  it("is refused where it is wrong before", () => {
    assert.throws(() => fileOf("amis: 3"), /amis is 3, but must be a list/);
    assert.throws(() => fileOf("amis:\n  - {"), /^Error: stacks\/approved-amis.yaml cannot be read: [^\n]+$/);
  });
});
