export { EncryptionKey } from "./src/encryption-key";
export { type EncryptionKeyArgs } from "./src/encryption-key-args";
