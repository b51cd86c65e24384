import { checkPlace, Checks } from "@groundwork/core";
import { type EncryptionKeyArgs } from "./encryption-key-args";

/**
 * Checks a key's arguments.
 *
 * @throws ConfigError with every mistake.
 */
export function checkEncryptionKey(name: string, args: EncryptionKeyArgs): void {
  const checks = new Checks("EncryptionKey", name);
  checkPlace(checks, args.place);
  checks.range("deletionWindowDays", args.deletionWindowDays, 7, 30, "days");
  checks.range("rotationDays", args.rotationDays, 90, 2560, "days");
  checks.done();
}
