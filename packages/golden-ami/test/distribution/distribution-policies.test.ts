import * as assert from "node:assert/strict";
import { join } from "node:path";
import {
  DistributionTarget,
  type DistributionTargetArgs,
  GoldenAmiPipeline,
  type ImageDistribution,
} from "@groundwork/golden-ami";
import { assertWritten, inputsOf, readableBlock, record, type Statement, statementsIn } from "@groundwork/core/testing";

const FILE = join(__dirname, "..", "..", "distribution-policies.md");
const REGION = "eu-west-1";
const KEY = "arn:aws:kms:eu-west-1:111122223333:key/images";
const TEMPLATE = "lt-0a1b2c3d4e5f60718";

const pipeline = (more: Partial<ImageDistribution>, others: ImageDistribution[] = []) =>
  new GoldenAmiPipeline("x", {
    place: { accountId: "111122223333", region: REGION },
    amiName: "web",
    keyArn: KEY,
    infrastructure: { network: { vpcId: "vpc-1", subnetId: "subnet-1" } },
    distributions: [{ region: REGION, ...more }, ...others],
  });
const target = (more: Partial<DistributionTargetArgs>) =>
  new DistributionTarget("x", {
    place: { accountId: "444455556666", region: REGION },
    sourceAccountId: "111122223333",
    keys: [{ name: "images", keyArn: KEY }],
    ...more,
  });

/** A policy of a role, and what each argument adds to it; the first is what it says without any. */
interface Policy {
  of: string;
  input: string;
  cases: Record<string, () => unknown>;
}

const POLICIES: Record<string, Policy> = {
  "What a pipeline may do to distribute": {
    of: "x-execution-distribution-policy",
    input: "policy",
    cases: {
      "nothing but the Region that builds": () => pipeline({}),
      "another Region": () => pipeline({}, [{ region: "eu-central-1", keyArn: KEY.replace(REGION, "eu-central-1") }]),
      targetAccountIds: () => pipeline({ targetAccountIds: ["444455556666"] }),
      launchTemplates: () => pipeline({ launchTemplates: [{ launchTemplateId: TEMPLATE }] }),
    },
  },
  "Who may act in a target account": {
    of: "x-cross-account-role",
    input: "assumeRolePolicy",
    cases: {
      "nothing but the source account": () => target({}),
      sourceRoleArns: () => target({ sourceRoleArns: ["arn:aws:iam::111122223333:role/web-ami-execution-role-*"] }),
    },
  },
  "What it may do there": {
    of: "x-distribution-policy",
    input: "policy",
    cases: {
      "nothing but a key": () => target({}),
      "another Region, with its key": () =>
        target({
          keys: [
            { name: "images", keyArn: KEY },
            { name: "frankfurt", keyArn: KEY.replace(REGION, "eu-central-1"), region: "eu-central-1" },
          ],
          regions: [REGION, "eu-central-1"],
        }),
      amiNames: () => target({ amiNames: ["web"] }),
      launchTemplates: () => target({ launchTemplates: [{ launchTemplateId: TEMPLATE }] }),
    },
  },
};

async function statementsOf({ of, input }: Policy, make: () => unknown): Promise<Statement[]> {
  return statementsIn(inputsOf(await record(make), of)[input]);
}

describe("distribution policies", () => {
  it("say what distribution-policies.md says, which `npm run policies` writes", async () => {
    const parts = [
      "# The policies of a distribution",
      "Written by `npm run policies`: what each argument of `GoldenAmiPipeline`'s `distributions` and of `DistributionTarget` lets whom do, beside AWS's own policies.",
    ];
    for (const [title, policy] of Object.entries(POLICIES)) {
      parts.push(`## ${title}`);
      const [first] = Object.values(policy.cases);
      const always = (await statementsOf(policy, first!)).map((statement) => JSON.stringify(statement));
      for (const [index, [argument, make]] of Object.entries(policy.cases).entries()) {
        const all = await statementsOf(policy, make);
        const shown = index === 0 ? all : all.filter((statement) => !always.includes(JSON.stringify(statement)));
        parts.push(`### ${argument}`, readableBlock(shown));
      }
    }
    assertWritten(FILE, parts);
  });

  for (const [title, policy] of Object.entries(POLICIES)) {
    for (const [argument, make] of Object.entries(policy.cases)) {
      it(`name every action, and on what: ${title}, ${argument}`, async () => {
        for (const { Sid, Action, Resource, Principal, Condition } of await statementsOf(policy, make)) {
          const actions = [Action].flat();
          assert.deepEqual(
            actions.filter((action) => action.includes("*") && !/^kms:(ReEncrypt|GenerateDataKey)\*$/.test(action)),
            [],
            Sid,
          );
          if (Principal !== undefined) {
            assert.deepEqual(Principal, { AWS: "arn:aws:iam::111122223333:root" });
            continue;
          }
          const on = [Resource ?? []].flat();
          assert.ok(on.length > 0, Sid);
          // What looks at AMIs and launch templates takes no resource.
          const open = on.some((resource) => resource.includes("*"));
          assert.ok(!open || actions.every((action) => action.startsWith("ec2:Describe")), Sid);
          const needsCondition = actions.some((action) => action.startsWith("kms:") || action === "ec2:CreateTags");
          assert.equal(Condition !== undefined, needsCondition, Sid);
        }
      });
    }
  }
});
