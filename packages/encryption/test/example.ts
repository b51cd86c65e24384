import { EncryptionKey, KeyService } from "@groundwork/encryption";

const key = new EncryptionKey("volumes", {
  place: { accountId: "111122223333", region: "eu-west-1" },
  description: "Encrypts the volumes of the web fleet",
  services: [KeyService.AutoScaling],
});

export const keyArn = key.keyArn;
