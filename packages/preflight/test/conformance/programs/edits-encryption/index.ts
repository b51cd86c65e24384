import {
  EncryptedAmiCopy,
  type EncryptedAmiCopyArgs,
  EncryptedSnapshotCopy,
  type EncryptedSnapshotCopyArgs,
  EncryptionKey,
  type EncryptionKeyArgs,
  StorageDefaults,
  type StorageDefaultsArgs,
} from "@groundwork/encryption";
import { Role } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

/** Arguments with what the configuration gives beside or instead of them, or nothing where it takes the component out. */
function changed<T extends object>(args: T, component: string): T | undefined {
  const config = new pulumi.Config(component);
  return config.getBoolean("out") === true ? undefined : { ...args, ...config.getObject<Partial<T>>("change") };
}

const place = { accountId: "123456789012", region: "eu-central-1" };
const assumeRolePolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const role = new Role("app", { name: "app", assumeRolePolicy });

/** In the changes, `app` stands for the role, whose ARN they cannot know. */
function naming<T>(arns: T): T | pulumi.Output<string>[] {
  return Array.isArray(arns) && arns.includes("app") ? [role.arn] : arns;
}

const key = changed<EncryptionKeyArgs>({ place, description: "Encrypts volumes", multiRegion: true }, "key");
if (key !== undefined) {
  new EncryptionKey("volumes", { ...key, userArns: naming(key.userArns) });
}

const keyArn = "arn:aws:kms:eu-central-1:123456789012:key/one";
const snapshot = changed<EncryptedSnapshotCopyArgs>(
  { place, keyArn, sourceSnapshotId: "snap-0a1b2c3d", accountIds: ["444455556666"] },
  "snapshot",
);
if (snapshot !== undefined) {
  new EncryptedSnapshotCopy("data", snapshot);
}

const ami = changed<EncryptedAmiCopyArgs>(
  {
    place,
    keyArn,
    sourceAmiId: "ami-0a1b2c3d",
    deprecationTime: "2027-06-30T00:00:00Z",
    accountIds: ["444455556666"],
  },
  "ami",
);
if (ami !== undefined) {
  new EncryptedAmiCopy("web", ami);
}

const defaults = changed<StorageDefaultsArgs>({ place, keyArn }, "defaults");
if (defaults !== undefined) {
  new StorageDefaults("region", defaults);
}
