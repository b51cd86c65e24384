import {
  EncryptedAmiCopy,
  EncryptedSnapshotCopy,
  EncryptionKey,
  KeyService,
  StorageDefaults,
} from "@groundwork/encryption";

const place = { accountId: "444455556666", region: "eu-west-1" };
const { keyArn } = new EncryptionKey("volumes", { place, description: "Encrypts volumes" });

// Whoever may be meant to use a key, and everywhere.
new EncryptionKey("shared", {
  place,
  description: "Encrypts what others use, too",
  administratorArns: ["arn:aws:iam::444455556666:role/administrator"],
  userArns: ["arn:aws:iam::444455556666:role/app"],
  services: Object.values(KeyService),
  organizationId: "o-a1b2c3d4e5",
});

new EncryptedSnapshotCopy("data", { place, keyArn, sourceSnapshotId: "snap-0a1b2c3d4e5f60718" });
new EncryptedAmiCopy("web", {
  place,
  keyArn,
  sourceAmiId: "ami-0b2d4f6081a3c5e79",
  deprecationTime: "2027-06-30T00:00:00Z",
});
new StorageDefaults("defaults", { place, keyArn });
