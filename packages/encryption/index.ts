export { EncryptionKey, type EncryptionKeyArgs } from "./src/encryption-key";
