import { EncryptionKey } from "@groundwork/encryption";

const key = new EncryptionKey("volumes", {
  accountId: "111122223333",
  description: "Encrypts the volumes of the web fleet",
  allowAutoScaling: true,
});

export const keyArn = key.keyArn;
