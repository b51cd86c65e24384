import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { assertSamePreview } from "./harness/comparison";
import { ProjectCopy, REPOSITORY } from "./harness/project";
import { Pulumi } from "./harness/pulumi";
import { describeEngine } from "./harness/suite";

const POLICIES = path.join(REPOSITORY, "policies");

/** A rule of each group of the pack of this repository, which the program breaks. */
const GROUPS: Record<string, string> = {
  encryption: "volume-is-encrypted",
  approval: "ami-is-approved",
  exposure: "ssh-is-closed-to-the-world",
  sharing: "snapshot-is-shared-with-trusted-accounts",
  "metadata service": "metadata-service-requires-tokens",
  TLS: "listener-has-modern-tls-policy",
  "key policy": "key-rotates",
  resilience: "load-balancer-has-deletion-protection",
  backup: "volume-is-backed-up",
  hygiene: "load-balancer-has-access-logs",
  tags: "launch-template-tags-what-it-launches",
  "customer-managed keys": "volume-has-customer-key",
  opinion: "load-balancer-has-web-acl",
};

/** What the engine was told of a program, judged as preflight judges it. */
async function judged(project: ProjectCopy, config: string): Promise<Set<string>> {
  try {
    const pulumi = new Pulumi(project);
    await pulumi.init("dev");
    const options = { policyPacks: [POLICIES], policyPackConfigs: [config] };
    const { events } = await assertSamePreview(project, pulumi, "dev", options);
    return new Set(events.flatMap(({ policyEvent: said }) => (said === undefined ? [] : [said.policyName])));
  } finally {
    project.remove();
  }
}

describeEngine("preflight and the engine judge alike, by the pack of this repository,", () => {
  it("a program that breaks a rule of each group, with every rule enabled", async () => {
    const project = ProjectCopy.ofProgram("rule-groups");
    const config = path.join(project.scratch, "every-rule.json");
    fs.writeFileSync(config, JSON.stringify({ all: "advisory" }));
    const broken = await judged(project, config);
    assert.deepEqual(
      Object.entries(GROUPS).filter(([, rule]) => !broken.has(rule)),
      [],
    );
  });

  it("the program of `npm run preview:broken`", async () => {
    const project = ProjectCopy.ofFolder(path.join(REPOSITORY, "packages", "preflight", "examples", "broken"));
    const broken = await judged(project, path.join(POLICIES, "config", "dev.json"));
    assert.ok(broken.size >= 10, [...broken].join(", "));
  });
});
