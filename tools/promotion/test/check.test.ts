import * as assert from "node:assert/strict";
import { ami, COPY, KEYS, NEWER, world } from "./support/example";
import { PROD_ACCOUNT, Repository } from "./support/repository";
import { type World, WorldServer } from "./support/world";

const BOTH = ["--check", "--profile", "factory", "--profile", "prod"];
const TAGS = { "golden-ami:approved": "true" };
const TAG_MISSING =
  "    it has no tag golden-ami:approved=true, so that a lifecycle rule may remove it; deploy the stack of the account that owns it";

/** An entry of the catalogue. */
function entry(environment: string, id: string, more = "", account = "111122223333"): string {
  return `  - name: web
    environments: [${environment}]
    region: eu-west-1
    accountId: "${account}"
    id: ${id}
    encrypted: true
    created: 2026-11-01
    approved: 2026-11-03
    approvedBy: platform
    expires: 2027-01-31
${more}`;
}

describe("promote --check", () => {
  let server: WorldServer;
  let repository: Repository;
  let aws: World;

  before(async () => {
    server = await WorldServer.start(() => aws);
    repository = new Repository({ AWS_ENDPOINT_URL: server.url }, KEYS);
  });

  after(() => {
    repository.remove();
    server.stop();
  });

  beforeEach(() => {
    aws = world({ amis: [ami({ tags: TAGS }), ami({ id: COPY, owner: PROD_ACCOUNT, tags: TAGS })] });
    repository.catalogue = `amis:\n${entry("dev", NEWER)}${entry("prod", COPY, "", PROD_ACCOUNT)}`;
  });

  it("finds nothing where all is as the catalogue says, and ends with 0", async () => {
    const { status, out, complaints } = await repository.run(BOTH);
    assert.equal(complaints, "");
    assert.deepEqual(out.split("\n"), [`✓ web for dev, ${NEWER} in eu-west-1`, `✓ web for prod, ${COPY} in eu-west-1`]);
    assert.equal(status, 0);
  });

  it("finds everything that is wrong with an AMI, and ends with 1", async () => {
    aws.amis[0] = ami({
      ...{ state: "disabled", encrypted: [false], public: true, architecture: "arm64" },
      ...{ deprecated: "2026-11-30T00:00:00.000Z", tags: {} },
    });
    repository.catalogue = `amis:\n${entry("dev", NEWER, "    architecture: x86_64\n")}`;
    const { status, out } = await repository.run(BOTH, { today: "2027-02-01" });
    assert.equal(status, 1);
    assert.deepEqual(out.split("\n"), [
      `✗ web for dev, ${NEWER} in eu-west-1`,
      "    its approval ended on 2027-01-31",
      "    it is disabled",
      "    it is deprecated since 2026-11-30",
      "    snap-00aaaaaaaaaaaaaaaa is not encrypted",
      "    it is of arm64, and not of x86_64 as the catalogue says",
      "    everybody may launch it",
      TAG_MISSING,
    ]);
  });

  it("finds an approval that is about to end, two weeks before", async () => {
    const on = async (today: string) => (await repository.run([...BOTH, "web", "dev"], { today })).out.split("\n");
    assert.equal((await on("2027-01-16")).length, 1);
    assert.deepEqual((await on("2027-01-17")).slice(1), ["    its approval ends after 2027-01-31, in 14 days"]);
    assert.deepEqual((await on("2027-01-31")).slice(1), ["    its approval ends after 2027-01-31, in 0 days"]);
  });

  it("finds an AMI that is gone, and one that is shared no more or of another owner", async () => {
    const shared = entry("prod", NEWER, '    owner: "111122223333"\n', PROD_ACCOUNT);
    repository.catalogue = `amis:\n${entry("dev", "ami-0dddddddddddddddd")}${shared}`;
    const { out } = await repository.run(BOTH);
    assert.deepEqual(out.split("\n"), [
      "✗ web for dev, ami-0dddddddddddddddd in eu-west-1",
      "    it is gone",
      `✗ web for prod, ${NEWER} in eu-west-1`,
      `    it is not shared with account ${PROD_ACCOUNT}`,
    ]);
    aws.amis = [ami({ owner: PROD_ACCOUNT, tags: TAGS, sharedWith: ["111122223333"] })];
    repository.catalogue = `amis:\n${entry("dev", NEWER)}`;
    const [, ...findings] = (await repository.run(BOTH)).out.split("\n");
    assert.deepEqual(findings, [
      `    it is of account ${PROD_ACCOUNT}, and not of 111122223333 as the catalogue says`,
      TAG_MISSING,
    ]);
  });

  it("finds an environment that publishes another than what is approved for it", async () => {
    aws.parameters = {
      "111122223333 eu-west-1 /golden-ami/web/dev/approved": "ami-0dddddddddddddddd",
      [`${PROD_ACCOUNT} eu-west-1 /golden-ami/web/prod/approved`]: COPY,
    };
    const { status, out } = await repository.run(BOTH);
    assert.equal(status, 1);
    assert.deepEqual(out.split("\n"), [
      `✗ web for dev, ${NEWER} in eu-west-1`,
      "    /golden-ami/web/dev/approved holds ami-0dddddddddddddddd; deploy dev",
      `✓ web for prod, ${COPY} in eu-west-1`,
    ]);
  });

  it("counts what the credentials at hand do not show among what is wrong", async () => {
    const { status, out } = await repository.run(["--check"]);
    assert.equal(status, 1);
    assert.deepEqual(out.split("\n").slice(1), [
      `✗ web for prod, ${COPY} in eu-west-1`,
      `    it was not looked at from account ${PROD_ACCOUNT}; give a profile of it by --profile`,
    ]);
    assert.equal((await repository.run(["--check", "web", "dev"])).status, 0);
  });

  it("compares what is asked for, and says so where that is nothing", async () => {
    const { status, out } = await repository.run(["--check", "db"]);
    assert.equal(status, 0);
    assert.equal(out, "No approval is compared: the catalogue has none of this name and environment.");
  });

  it("ends with 2 where AWS cannot be asked", async () => {
    aws.accounts = {};
    const { status, out, complaints } = await repository.run(["--check"]);
    assert.deepEqual([status, out], [2, ""]);
    assert.match(complaints, /^error: the credentials of the environment cannot be used/);
  });
});
