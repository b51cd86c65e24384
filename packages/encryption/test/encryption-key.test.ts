import * as assert from "node:assert/strict";
import { EncryptionKey } from "@groundwork/encryption";
import { inputsOf, made, mistakes, record } from "@groundwork/core/testing";

const ARGS = { place: { accountId: "111122223333", region: "eu-west-1" }, description: "Encrypts volumes" };
const ROLE = "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
const ACCOUNT_STATEMENT = {
  Sid: "AccountAdministersTheKey",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:root" },
  Action: "kms:*",
  Resource: "*",
};

/** The statements of the policy that a key is registered with. */
function statementsOf(inputs: Record<string, unknown>): unknown {
  return (JSON.parse(inputs["policy"] as string) as { Statement: unknown }).Statement;
}

describe("EncryptionKey", () => {
  it("makes a key that rotates and an alias, neither with a fixed name, so that a replacement needs no renaming", async () => {
    const resources = await record(() => new EncryptionKey("volumes", ARGS));
    assert.deepEqual(made(resources), [
      ["encryption:index:EncryptionKey", "volumes"],
      ["aws:kms/alias:Alias", "volumes-alias"],
      ["aws:kms/key:Key", "volumes-key"],
    ]);
    const { policy, ...inputs } = inputsOf(resources, "volumes-key");
    assert.deepEqual(inputs, {
      description: "Encrypts volumes",
      enableKeyRotation: true,
      rotationPeriodInDays: 365,
      deletionWindowInDays: 30,
      region: "eu-west-1",
      tags: { Name: "volumes" },
    });
    assert.deepEqual(JSON.parse(policy as string), { Version: "2012-10-17", Statement: [ACCOUNT_STATEMENT] });
    assert.deepEqual(inputsOf(resources, "volumes-alias"), { targetKeyId: "volumes-key-key-id", region: "eu-west-1" });
  });

  it("admits Auto Scaling only where asked, and its grants only for what AWS itself does with them", async () => {
    const resources = await record(() => new EncryptionKey("volumes", { ...ARGS, allowAutoScaling: true }));
    assert.deepEqual(statementsOf(inputsOf(resources, "volumes-key")), [
      ACCOUNT_STATEMENT,
      {
        Sid: "AutoScalingUsesTheKey",
        Effect: "Allow",
        Principal: { AWS: ROLE },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: "*",
      },
      {
        Sid: "AutoScalingGrantsTheKeyToVolumes",
        Effect: "Allow",
        Principal: { AWS: ROLE },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
    ]);
  });

  it("puts key and alias into the Region of its place, whatever the provider's, and names its partition", async () => {
    const place = { accountId: "111122223333", region: "cn-north-1" };
    const resources = await record(() => new EncryptionKey("copies", { ...ARGS, place }));
    assert.equal(inputsOf(resources, "copies-key")["region"], "cn-north-1");
    assert.equal(inputsOf(resources, "copies-alias")["region"], "cn-north-1");
    assert.match(inputsOf(resources, "copies-key")["policy"] as string, /"arn:aws-cn:iam::111122223333:root"/);
  });

  it("hands the caller's periods and tags on", async () => {
    const resources = await record(
      () => new EncryptionKey("volumes", { ...ARGS, rotationDays: 90, deletionWindowDays: 7, tags: { Team: "core" } }),
    );
    const inputs = inputsOf(resources, "volumes-key");
    assert.equal(inputs["rotationPeriodInDays"], 90);
    assert.equal(inputs["deletionWindowInDays"], 7);
    assert.deepEqual(inputs["tags"], { Name: "volumes", Team: "core" });
  });

  it("refuses every argument that KMS would refuse, at once and before anything is registered", async () => {
    const args = {
      ...ARGS,
      place: { accountId: "1111", region: "eu-west-1" },
      rotationDays: 89,
      deletionWindowDays: 31,
    };
    assert.deepEqual(await mistakes(() => new EncryptionKey("volumes", args)), [
      'place.accountId is "1111", but must be an AWS account id of twelve digits; copy it from the console, and quote it in YAML.',
      "deletionWindowDays is 31, but must be a whole number from 7 to 30 days; pass a number in that range.",
      "rotationDays is 89, but must be a whole number from 90 to 2560 days; pass a number in that range.",
    ]);
  });
});
