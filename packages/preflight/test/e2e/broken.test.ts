import * as assert from "node:assert/strict";
import * as path from "node:path";
import { preview } from "./harness";

const ROOT = path.join(__dirname, "..", "..", "..", "..");

/** What `npm run preview:broken` is to show, by the resource that breaks it. */
const KINDS = [
  "volume-is-encrypted data",
  "snapshot-is-not-public data",
  "ssh-is-closed-to-the-world server",
  "ami-is-approved server",
  "instance-volumes-are-encrypted server",
  "metadata-service-requires-tokens server",
  "launch-template-volumes-are-encrypted workers",
  "key-rotates data",
  "load-balancer-drops-invalid-headers web",
  "listener-has-modern-tls-policy web",
];

describe("the broken program", () => {
  it("breaks ten policies and more, and is stopped by some", async function () {
    this.timeout(120_000);
    const report = await preview(path.join(ROOT, "packages", "preflight", "examples", "broken"), {
      policyPacks: [
        { directory: path.join(ROOT, "policies"), configFile: path.join(ROOT, "policies", "config", "{stack}.json") },
      ],
    });
    assert.deepEqual(report.diagnostics, []);
    assert.equal(report.ok, false);
    const broken = report.violations.map(({ policy, urn }) => `${policy} ${urn.split("::").at(-1)}`);
    assert.deepEqual(
      KINDS.filter((kind) => !broken.includes(kind)),
      [],
    );
    assert.deepEqual([...new Set(report.violations.map(({ level }) => level))].sort(), ["advisory", "mandatory"]);
  });
});
