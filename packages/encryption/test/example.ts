import {
  EncryptedAmiCopy,
  EncryptedSnapshotCopy,
  EncryptionKey,
  KeyService,
  StorageDefaults,
} from "@groundwork/encryption";

const place = { accountId: "111122223333", region: "eu-west-1" };

const key = new EncryptionKey("volumes", {
  place,
  description: "Encrypts the volumes of the web fleet",
  services: [KeyService.AutoScaling],
  accountIds: ["444455556666"],
});

// From unencrypted to encrypted, from another Region, and into another account's hands.
const snapshot = new EncryptedSnapshotCopy("data", {
  place,
  sourceSnapshotId: "snap-0a1b2c3d4e5f60718",
  keyArn: key.keyArn,
});
const ami = new EncryptedAmiCopy("web", {
  place,
  sourceAmiId: "ami-0a1b2c3d4e5f60718",
  sourceRegion: "eu-central-1",
  keyArn: key.keyArn,
  deprecationTime: "2027-06-30T00:00:00Z",
  accountIds: ["444455556666"],
});

// What holds in the Region where nobody says otherwise.
new StorageDefaults("defaults", {
  place,
  keyArn: key.keyArn,
  allowedImages: { criteria: [{ providers: ["111122223333"], names: ["web-*"] }] },
});

export const snapshotId = snapshot.snapshotId;
export const amiId = ami.amiId;
