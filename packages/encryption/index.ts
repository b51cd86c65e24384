export { EncryptionKey } from "./src/encryption-key";
export { type EncryptionKeyArgs, KeyService } from "./src/encryption-key-args";
