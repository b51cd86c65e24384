import * as assert from "node:assert/strict";
import { EncryptionKey, KeyService } from "@groundwork/encryption";
import { inputsOf, made, mistakes, record, refused } from "@groundwork/core/testing";

const PLACE = { accountId: "111122223333", region: "eu-west-1" };
const ARGS = { place: PLACE, description: "Encrypts volumes" };
const MULTI_REGION = { ...ARGS, multiRegion: true, replicaRegions: ["eu-central-1"] };

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
      multiRegion: false,
      region: "eu-west-1",
      tags: { Name: "volumes" },
    });
    assert.match(policy as string, /^\{"Version":"2012-10-17","Statement":\[\{"Sid":"AccountAdministersTheKey"/);
    assert.deepEqual(inputsOf(resources, "volumes-alias"), { targetKeyId: "volumes-key-key-id", region: "eu-west-1" });
  });

  it("puts key and alias into the Region of its place, whatever the provider's, and names its partition", async () => {
    const place = { accountId: "111122223333", region: "cn-north-1" };
    const resources = await record(() => new EncryptionKey("copies", { ...ARGS, place }));
    assert.equal(inputsOf(resources, "copies-key")["region"], "cn-north-1");
    assert.equal(inputsOf(resources, "copies-alias")["region"], "cn-north-1");
    assert.match(inputsOf(resources, "copies-key")["policy"] as string, /"arn:aws-cn:iam::111122223333:root"/);
  });

  it("hands the caller's periods, alias and tags on", async () => {
    const args = { rotationDays: 90, deletionWindowDays: 7, aliasName: "alias/volumes", tags: { Team: "core" } };
    const resources = await record(() => new EncryptionKey("volumes", { ...ARGS, ...args }));
    const inputs = inputsOf(resources, "volumes-key");
    assert.equal(inputs["rotationPeriodInDays"], 90);
    assert.equal(inputs["deletionWindowInDays"], 7);
    assert.deepEqual(inputs["tags"], { Name: "volumes", Team: "core" });
    assert.equal(inputsOf(resources, "volumes-alias")["name"], "alias/volumes");
  });

  it("is protected with its replicas, unless told otherwise or by its own options", async () => {
    const protectedKeys = async (args: object, options?: object) => {
      const resources = await record(() => new EncryptionKey("volumes", { ...MULTI_REGION, ...args }, options));
      return resources.filter(({ type }) => type.startsWith("aws:")).map(({ protect }) => protect);
    };
    assert.deepEqual(await protectedKeys({}), [true, true, true, true]);
    assert.deepEqual(await protectedKeys({ protectKey: false }), [false, false, false, false]);
    assert.deepEqual(await protectedKeys({ protectKey: false }, { protect: true }), [true, true, true, true]);
  });

  it("has a replica in each Region asked for, with the same intents there and an alias", async () => {
    const args = { ...MULTI_REGION, services: [KeyService.Ec2], aliasName: "alias/volumes", tags: { Team: "core" } };
    const resources = await record(() => new EncryptionKey("volumes", args));
    assert.deepEqual(made(resources).slice(1), [
      ["aws:kms/alias:Alias", "volumes-alias"],
      ["aws:kms/alias:Alias", "volumes-eu-central-1-alias"],
      ["aws:kms/replicaKey:ReplicaKey", "volumes-eu-central-1-replica-key"],
      ["aws:kms/key:Key", "volumes-key"],
    ]);
    assert.equal(inputsOf(resources, "volumes-key")["multiRegion"], true);
    const { policy, ...inputs } = inputsOf(resources, "volumes-eu-central-1-replica-key");
    assert.deepEqual(inputs, {
      description: "Encrypts volumes",
      deletionWindowInDays: 30,
      enabled: true,
      primaryKeyArn: "arn:of:volumes-key",
      region: "eu-central-1",
      tags: { Name: "volumes", Team: "core" },
    });
    const own = inputsOf(resources, "volumes-key")["policy"] as string;
    assert.match(own, /"ec2\.eu-west-1\.amazonaws\.com"/);
    assert.equal(policy, own.replaceAll("ec2.eu-west-1", "ec2.eu-central-1"));
    assert.deepEqual(inputsOf(resources, "volumes-eu-central-1-alias"), {
      name: "alias/volumes",
      targetKeyId: "volumes-eu-central-1-replica-key-key-id",
      region: "eu-central-1",
    });
  });

  it("refuses every argument that KMS would refuse, at once and before anything is registered", async () => {
    const args = {
      place: { accountId: "1111", region: "eu-west-1" },
      description: "",
      aliasName: "alias/aws/ebs",
      rotationDays: 89,
      deletionWindowDays: 31,
    };
    assert.deepEqual(await mistakes(() => new EncryptionKey("volumes", args)), [
      'place.accountId is "1111", but must be an AWS account id of twelve digits; copy it from the console, and quote it in YAML.',
      'description is "", but must be a text of 1 to 8192 characters; say what for.',
      'aliasName is "alias/aws/ebs", but must be alias/ and up to 250 letters, digits, slashes, underscores and hyphens, not beginning with aws/; write it like alias/volumes.',
      "deletionWindowDays is 31, but must be a whole number from 7 to 30 days; pass a number in that range.",
      "rotationDays is 89, but must be a whole number from 90 to 2560 days; pass a number in that range.",
    ]);
  });

  it("refuses principals that a key policy cannot name, or that would let others in", async () => {
    const role = "arn:aws:iam::111122223333:role/app";
    const args = {
      ...ARGS,
      administratorArns: [],
      userArns: [role, role, "*", "arn:aws-cn:iam::111122223333:role/app", "arn:aws:iam::111122223333:role/app-*"],
      accountIds: ["111122223333", "4444"],
      organizationId: "r-ab12",
    };
    assert.deepEqual(await refused(() => new EncryptionKey("volumes", args)), [
      "administratorArns is []",
      `userArns is ${JSON.stringify(args.userArns).slice(0, 120)}…`,
      'userArns[2] is "*"',
      'userArns[3] is "arn:aws-cn:iam::111122223333:role/app"',
      'userArns[4] is "arn:aws:iam::111122223333:role/app-*"',
      'accountIds[0] is "111122223333"',
      'accountIds[1] is "4444"',
      'organizationId is "r-ab12"',
    ]);
  });

  it("refuses services and their roles that do not go together", async () => {
    const services = [KeyService.Ec2, KeyService.Ec2, "s3" as KeyService];
    const autoScalingRoleNames = [
      "AWSServiceRoleForAutoScaling",
      "web",
      `AWSServiceRoleForAutoScaling_${"x".repeat(36)}`,
    ];
    assert.deepEqual(await refused(() => new EncryptionKey("volumes", { ...ARGS, services, autoScalingRoleNames })), [
      'services[2] is "s3"',
      'services is ["ec2","ec2","s3"]',
      `autoScalingRoleNames is ${JSON.stringify(autoScalingRoleNames)}`,
      'autoScalingRoleNames[1] is "web"',
      `autoScalingRoleNames[2] is "${autoScalingRoleNames[2]}"`,
    ]);
    const none = { ...ARGS, services: [KeyService.AutoScaling], autoScalingRoleNames: [] };
    assert.deepEqual(await refused(() => new EncryptionKey("volumes", none)), ["autoScalingRoleNames is []"]);
  });

  it("refuses replicas of a key that can have none, in its own Region, or in another partition", async () => {
    const replicaRegions = ["eu-west-1", "us-gov-west-1", "us-gov-west-1", "Frankfurt"];
    assert.deepEqual(await refused(() => new EncryptionKey("volumes", { ...ARGS, replicaRegions })), [
      `replicaRegions is ${JSON.stringify(replicaRegions)}`,
      `replicaRegions is ${JSON.stringify(replicaRegions)}`,
      'replicaRegions[0] is "eu-west-1"',
      'replicaRegions[1] is "us-gov-west-1"',
      'replicaRegions[2] is "us-gov-west-1"',
      'replicaRegions[3] is "Frankfurt"',
    ]);
  });

  it("refuses more accounts than a key policy has room for, whose share would fail minutes later", async () => {
    const accountIds = (count: number) =>
      [...Array(count).keys()].map((index) => `4444${String(index).padStart(8, "0")}`);
    await record(() => new EncryptionKey("volumes", { ...ARGS, accountIds: accountIds(300) }));
    const [problem] = await mistakes(() => new EncryptionKey("volumes", { ...ARGS, accountIds: accountIds(350) }));
    assert.match(
      problem!,
      /^accountIds is "350 accounts", but must be few enough for a policy of 32768 bytes, where these make \d{5}; share with the organization instead\.$/,
    );
  });
});
