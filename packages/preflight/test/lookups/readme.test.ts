import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { type JsonObject, type LookupAnswer } from "../../src/lookups";
import { FUNCTIONS } from "../../src/lookups/functions";
import { ask, GET_AMI, NOWHERE, secret } from "./recorded";

const README = fs.readFileSync(path.join(__dirname, "..", "..", "README.md"), "utf8");
const SECTION = README.slice(README.indexOf("\n## Look-ups\n"), README.indexOf("\n## Output\n"));

describe("the README on look-ups", () => {
  const example: unknown = JSON.parse(/```json\n([^`]*)```/.exec(SECTION)?.[1] ?? "");
  const found = (value: JsonObject): LookupAnswer => ({ found: true, value });

  it("shows a file that answers for one Region, whatever else the call says, and for no other", async () => {
    const at = (region: string) => ({ ...NOWHERE, region });
    const args = { owners: ["self"], mostRecent: true };
    assert.deepEqual(
      await ask(example, (lookups) => lookups.invoke(GET_AMI, args, at("eu-central-1"))),
      found({ id: "ami-0123456789abcdef0" }),
    );
    assert.equal((await ask(example, (lookups) => lookups.invoke(GET_AMI, args, at("eu-west-1")))).found, false);
  });

  it("shows secrets of a function and of another stack, and the state of a resource", async () => {
    const token = "aws:secretsmanager/getSecretVersion:getSecretVersion";
    assert.deepEqual(
      await ask(example, (lookups) => lookups.invoke(token, { secretId: "database" }, NOWHERE)),
      found({ secretString: secret("any text will do") }),
    );
    assert.deepEqual(
      await ask(example, (lookups) => lookups.stackReference("acme/network/dev")),
      found({ vpcId: "vpc-0123456789abcdef0", token: secret("any text will do") }),
    );
    assert.deepEqual(
      await ask(example, (lookups) => lookups.read("aws:ec2/vpc:Vpc", "vpc-0123456789abcdef0", NOWHERE)),
      found({ cidrBlock: "10.0.0.0/16" }),
    );
  });

  it("names every function that is computed, and no other", () => {
    const rows = SECTION.split("\n").filter((line) => line.startsWith("| `"));
    const named = rows.flatMap((row) =>
      Array.from((row.split("|")[1] ?? "").matchAll(/`([\w.]+)`/g), ([, name]) => name),
    );
    const computed = Object.keys(FUNCTIONS).map((token) => {
      const [, module = "", member = ""] = token.split(":");
      const folder = module.split("/")[0] ?? "";
      return folder === "index" ? member : `${folder}.${member}`;
    });
    assert.deepEqual(named.sort(), computed.sort());
  });
});
