import { createDecipheriv, pbkdf2 } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { promisify } from "node:util";
import { PreflightError } from "../../errors";

const VERSION = "v1";
const ITERATIONS = 1_000_000;
const KEY_BYTES = 32;
const TAG_BYTES = 16;

/** What Pulumi encrypts beside the salt, to know a right passphrase by. */
const WITNESS = "pulumi";

/**
 * The passphrase in PULUMI_CONFIG_PASSPHRASE, which may be empty, or in the file that PULUMI_CONFIG_PASSPHRASE_FILE
 * names; `undefined` where neither is set.
 *
 * @throws {@link PreflightError} where that file cannot be read.
 */
export function findPassphrase(environment: NodeJS.ProcessEnv): string | undefined {
  const passphrase = environment["PULUMI_CONFIG_PASSPHRASE"];
  const file = environment["PULUMI_CONFIG_PASSPHRASE_FILE"];
  if (passphrase !== undefined || file === undefined || file === "") {
    return passphrase;
  }
  try {
    return fs.readFileSync(path.resolve(file), "utf8").trim();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new PreflightError(
      "configuration",
      `PULUMI_CONFIG_PASSPHRASE_FILE names ${path.resolve(file)}, which cannot be read (${reason}); correct or unset it.`,
    );
  }
}

/** What decrypts the secrets of one stack. */
export type Decrypter = (ciphertext: string) => string;

/**
 * Makes a stack's decrypter, as Pulumi's passphrase secrets provider does.
 *
 * @param salt The stack's `encryptionsalt`: version, salt and an encrypted word.
 * @returns `undefined` where the passphrase is not the stack's.
 * @throws {@link RangeError} where the salt is not one.
 */
export async function unlock(salt: string, passphrase: string): Promise<Decrypter | undefined> {
  const match = /^v1:([^:]+):(.+)$/.exec(salt);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new RangeError("it is not of the form v1:SALT:CIPHERTEXT");
  }
  const bytes = Buffer.from(match[1], "base64");
  const key = await promisify(pbkdf2)(passphrase, bytes, ITERATIONS, KEY_BYTES, "sha256");
  const decrypter: Decrypter = (ciphertext) => decrypt(key, ciphertext);
  try {
    return decrypter(match[2]) === WITNESS ? decrypter : undefined;
  } catch {
    return undefined;
  }
}

function decrypt(key: Buffer, ciphertext: string): string {
  const [version, nonce, sealed, ...rest] = ciphertext.split(":");
  if (version !== VERSION || nonce === undefined || sealed === undefined || rest.length > 0) {
    throw new RangeError("it is not of the form v1:NONCE:CIPHERTEXT");
  }
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64"));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
}
