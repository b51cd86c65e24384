import * as assert from "node:assert/strict";
import * as path from "node:path";
import { previewProject, type StackReport } from "@groundwork/preflight";

const REPOSITORY = path.join(__dirname, "..", "..");
const PACK = path.join(REPOSITORY, "policies");

describe("environments under the policy pack", () => {
  let reports: StackReport[] = [];

  before(async function () {
    this.timeout(180_000);
    const { document } = await previewProject({
      cwd: REPOSITORY,
      stacks: [],
      config: [],
      policyPacks: [{ directory: PACK, configFile: path.join(PACK, "config", "{stack}.json") }],
      reports: [],
      json: true,
      timeoutSeconds: 150,
    });
    reports = document.stacks;
  });

  it("are all of them previewed, each judged by every rule", () => {
    assert.deepEqual(
      reports.map(({ stack, failure, packs }) => ({ stack, failure, pack: packs[0]?.name })),
      ["dev", "prod", "shared", "staging"].map((stack) => ({ stack, failure: undefined, pack: "groundwork" })),
    );
    assert.ok(reports.every(({ packs }) => (packs[0]?.policies ?? 0) > 0));
  });

  it("break no rule, not even in advice: every default of a component passes the pack", () => {
    assert.deepEqual(
      reports.flatMap(({ violations }) => violations),
      [],
    );
    assert.ok(reports.every(({ ok }) => ok));
  });

  it("say nothing that a reader should mend", () => {
    assert.deepEqual(
      reports.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity !== "info")),
      [],
    );
  });
});
