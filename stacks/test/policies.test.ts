import * as assert from "node:assert/strict";
import * as path from "node:path";
import { onExampleDay } from "@groundwork/core/testing/example-day";
import { previewProject, type StackReport } from "@groundwork/preflight";

const REPOSITORY = path.join(__dirname, "..", "..");
const PACK = path.join(REPOSITORY, "policies");

/** The previews of every stack of a project, judged by the pack. */
async function judged(cwd: string): Promise<StackReport[]> {
  const { document } = await previewProject({
    cwd,
    policyPacks: [{ directory: PACK, configFile: path.join(PACK, "config", "{stack}.json") }],
    timeoutSeconds: 150,
  });
  return document.stacks;
}

describe("environments under the policy pack", () => {
  onExampleDay();

  let reports: StackReport[] = [];

  before(async function () {
    this.timeout(180_000);
    reports = await judged(REPOSITORY);
  });

  it("are all of them previewed, each judged by every rule", () => {
    assert.deepEqual(
      reports.map(({ stack, failure, packs }) => ({ stack, failure, pack: packs[0]?.name })),
      ["dev", "prod", "shared", "staging"].map((stack) => ({ stack, failure: undefined, pack: "groundwork" })),
    );
    assert.ok(reports.every(({ packs }) => (packs[0]?.policies ?? 0) > 0));
  });

  it("break no rule, not even in advice", () => {
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

describe("load balancers with nothing but what they need", () => {
  it("pass the pack, and say nothing that a reader should mend", async function () {
    this.timeout(180_000);
    const [report] = await judged(path.join(__dirname, "load-balancers"));
    assert.deepEqual(report?.diagnostics, []);
    assert.deepEqual(report.violations, []);
    assert.ok(report.ok);
    const made = report.resources.map(({ type, name }) => `${type.split(":")[2]} ${name}`);
    for (const balancer of ["instances", "function", "shift", "inner", "edge", "tcp"]) {
      assert.ok(made.includes(`LoadBalancer ${balancer}-load-balancer`), made.join("\n"));
    }
    for (const shared of ["TargetGroup alone-target-group", "ListenerRule team-listener-rule-web"]) {
      assert.ok(made.includes(shared), made.join("\n"));
    }
  });
});

describe("keys, copies and a Region's defaults with nothing but what they need", () => {
  onExampleDay();

  it("pass the pack as it is in prod, and say nothing that a reader should mend", async function () {
    this.timeout(180_000);
    const [report] = await judged(path.join(__dirname, "encryption"));
    assert.deepEqual(report?.diagnostics, []);
    assert.deepEqual(report.violations, []);
    assert.ok(report.ok);
    assert.equal(report.stack, "prod");
    const made = new Set(report.resources.map(({ type }) => type.split(":")[2]));
    const settings = ["DefaultKmsKey", "EncryptionByDefault", "SnapshotBlockPublicAccess", "ImageBlockPublicAccess"];
    for (const type of ["Key", "SnapshotCopy", "AmiCopy", "InstanceMetadataDefaults", ...settings]) {
      assert.ok(made.has(type), [...made].join());
    }
  });
});

describe("snapshots, AMIs and backups with nothing but what they need", () => {
  it("pass the pack as it is in prod, and say nothing that a reader should mend", async function () {
    this.timeout(180_000);
    const [report] = await judged(path.join(__dirname, "snapshots"));
    assert.deepEqual(report?.diagnostics, []);
    assert.deepEqual(report.violations, []);
    assert.ok(report.ok);
    const made = new Set(report.resources.map(({ type }) => type.split(":")[2]));
    for (const type of ["LifecyclePolicy", "Plan", "Vault", "VaultLockConfiguration", "Rule", "MetricAlarm"]) {
      assert.ok(made.has(type), [...made].join());
    }
  });
});

describe("pipelines of golden AMIs, one with nothing but what it needs", () => {
  it("pass the pack as it is in prod, and say nothing that a reader should mend", async function () {
    this.timeout(180_000);
    const [report] = await judged(path.join(__dirname, "golden-amis"));
    assert.deepEqual(report?.diagnostics, []);
    assert.deepEqual(report.violations, []);
    assert.ok(report.ok);
    assert.equal(report.stack, "prod");
    const made = new Set(report.resources.map(({ type }) => type.split(":")[2]));
    for (const type of ["ImagePipeline", "LifecyclePolicy", "Workflow", "Bucket", "Topic", "EventRule", "Vpc"]) {
      assert.ok(made.has(type), [...made].join());
    }
  });
});
