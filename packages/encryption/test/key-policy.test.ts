import * as assert from "node:assert/strict";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey, type EncryptionKeyArgs, KeyService } from "@groundwork/encryption";
import { assertWritten, inputsOf, readableBlock, record, type Statement, statementsIn } from "@groundwork/core/testing";

const FILE = join(__dirname, "..", "key-policies.md");
const ARGS: EncryptionKeyArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  description: "Encrypts volumes",
};
const ROLE = "arn:aws:iam::111122223333:role/deployer";

/** The arguments of each kind of policy, and what the policy says. */
const INTENTS: Record<string, { says: string; args: Partial<EncryptionKeyArgs> }> = {
  "nothing but the key": { says: "The account's IAM policies decide who administers and who uses the key.", args: {} },
  administratorArns: { says: "Administers, but neither uses nor grants the key.", args: { administratorArns: [ROLE] } },
  "administratorArns, with multiRegion": {
    says: "Replicates the key, too.",
    args: { administratorArns: [ROLE], multiRegion: true },
  },
  userArns: { says: "Uses the key; grants it only for what AWS itself does with it.", args: { userArns: [ROLE] } },
  "KeyService.Ec2": { says: "Everybody in the account, through EC2 alone.", args: { services: [KeyService.Ec2] } },
  "KeyService.AutoScaling": {
    says: "Auto Scaling's roles, which no IAM policy reaches.",
    args: {
      services: [KeyService.AutoScaling],
      autoScalingRoleNames: ["AWSServiceRoleForAutoScaling", "AWSServiceRoleForAutoScaling_web"],
    },
  },
  "KeyService.ImageBuilder": { says: "Image Builder's role.", args: { services: [KeyService.ImageBuilder] } },
  "KeyService.DataLifecycleManager": {
    says: "Data Lifecycle Manager's default roles.",
    args: { services: [KeyService.DataLifecycleManager] },
  },
  "KeyService.Backup": { says: "AWS Backup's roles.", args: { services: [KeyService.Backup] } },
  "KeyService.EventBridge": {
    says: "EventBridge itself, which puts events into encrypted topics and queues.",
    args: { services: [KeyService.EventBridge] },
  },
  "KeyService.CloudWatchLogs": {
    says: "CloudWatch Logs itself, for log groups of the account.",
    args: { services: [KeyService.CloudWatchLogs] },
  },
  accountIds: {
    says: "Other accounts, whose IAM policies decide who; each may grant the key to its own Auto Scaling roles.",
    args: { accountIds: ["444455556666", "777788889999"] },
  },
  organizationId: {
    says: "The same for all other accounts of an organization.",
    args: { organizationId: "o-a1b2c3d4e5" },
  },
};

/** The statements of a key's policy, which all are on the key itself. */
async function statementsOf(args: Partial<EncryptionKeyArgs>): Promise<Statement[]> {
  const resources = await record(() => new EncryptionKey("volumes", { ...ARGS, ...args }));
  return statementsIn(inputsOf(resources, "volumes-key")["policy"]).map(({ Resource, ...statement }) => {
    assert.equal(Resource, "*", statement.Sid);
    return statement;
  });
}

describe("key policies", () => {
  it("are those of key-policies.md, which `npm run policies` writes", async () => {
    const parts = [
      "# The key policies",
      "Written by `npm run policies`: what each argument of `EncryptionKey` puts into the policy.",
    ];
    for (const [intent, { says, args }] of Object.entries(INTENTS)) {
      const [account, ...others] = await statementsOf(args);
      const shown = intent.startsWith("nothing") ? [account!] : others;
      parts.push(`## ${intent}`, says, readableBlock(shown));
    }
    assertWritten(FILE, parts);
  });

  it("have the account's statement first, whatever else is meant, so that nobody is locked out", async () => {
    const [account] = await statementsOf({});
    for (const { args } of Object.values(INTENTS)) {
      assert.deepEqual((await statementsOf(args))[0], account);
    }
  });

  it("join all intents, each under a name of its own, and none changes another's statements", async () => {
    const joined = Object.assign({}, ...Object.values(INTENTS).map(({ args }) => args)) as Partial<EncryptionKeyArgs>;
    const services = Object.values(KeyService);
    const all = await statementsOf({ ...joined, services });
    const sids = all.map(({ Sid }) => Sid);
    assert.equal(new Set(sids).size, sids.length);
    const distinct = new Set<string>();
    for (const [intent, { args }] of Object.entries(INTENTS)) {
      const alone = intent === "administratorArns" ? [] : await statementsOf(args);
      alone.forEach((statement) => distinct.add(JSON.stringify(statement)));
    }
    assert.deepEqual(all.map((statement) => JSON.stringify(statement)).sort(), [...distinct].sort());
  });

  for (const [intent, { args }] of Object.entries(INTENTS)) {
    it(`give no more than is meant: ${intent}`, async () => {
      const [, ...statements] = await statementsOf(args);
      for (const { Sid, Principal, Action, Condition } of statements) {
        const actions = [Action].flat();
        assert.ok(!actions.some((action) => ["*", "kms:*"].includes(action)), Sid);
        // Alone, an action that hands on the key, so that it has a condition of its own.
        assert.ok(!actions.includes("kms:CreateGrant") || actions.length === 1, Sid);
        if (actions.includes("kms:CreateGrant")) {
          const granted =
            Condition?.["Bool"]?.["kms:GrantIsForAWSResource"] ?? Condition?.["StringLike"]?.["kms:GranteePrincipal"];
          assert.notEqual(granted, undefined, Sid);
        }
        if ([Principal?.AWS].flat().includes("*")) {
          const whose = { ...Condition?.["StringEquals"] };
          assert.ok("kms:CallerAccount" in whose || "aws:PrincipalOrgID" in whose, Sid);
        }
        if (Principal?.Service !== undefined) {
          const whose = { ...Condition?.["ArnLike"], ...Condition?.["ArnLikeIfExists"] };
          assert.ok(JSON.stringify(whose).includes("111122223333"), Sid);
        }
        if (intent.startsWith("administratorArns")) {
          assert.ok(!actions.some((action) => /Encrypt|Decrypt|GenerateDataKey|CreateGrant/.test(action)), Sid);
        }
      }
    });
  }

  it("name roles that are made in the same program", async () => {
    const [, use] = await statementsOf({ userArns: pulumi.output([ROLE]) });
    assert.deepEqual(use!.Principal, { AWS: [ROLE] });
  });
});
