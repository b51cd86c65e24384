import { PreflightError } from "../../errors";
import { type Diagnostic, SECRET_TEXT } from "../../document";
import { type Secret, secretsIn } from "./config-value";
import { type Decrypter, findPassphrase, unlock } from "./passphrase";
import { type StackConfig } from "./stack-config";
import { type StackFile } from "./stack-file";

/** The values of `secretsprovider` with which a stack's secrets are encrypted by a passphrase. */
const PASSPHRASE_PROVIDERS = [undefined, "default", "passphrase"];

/**
 * Decrypts a stack's secrets where the passphrase is at hand.
 *
 * @returns What to tell about those that stay encrypted.
 * @throws {@link PreflightError} where the passphrase is wrong or a secret is damaged.
 */
export async function revealSecrets(loaded: StackConfig, environment: NodeJS.ProcessEnv): Promise<Diagnostic[]> {
  const sealed = [...loaded.values]
    .map(([key, value]) => ({ key, secrets: secretsIn(value).filter((secret) => secret.ciphertext !== undefined) }))
    .filter(({ secrets }) => secrets.length > 0)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  if (sealed.length === 0) {
    return [];
  }
  const passphrase = findPassphrase(environment);
  const obstacle = whyNot(loaded.file, passphrase);
  if (obstacle !== undefined || passphrase === undefined || loaded.file.salt === undefined) {
    return [
      noteSealed(
        sealed.map(({ key }) => key),
        obstacle ?? "",
      ),
    ];
  }
  const decrypter = await openStack(loaded, loaded.file.salt, passphrase);
  for (const { key, secrets } of sealed) {
    for (const secret of secrets) {
      open(loaded, key, secret, decrypter);
    }
  }
  return [];
}

/** Why the secrets cannot be decrypted here, and what to do if they must be. */
function whyNot(file: StackFile, passphrase: string | undefined): string | undefined {
  if (!PASSPHRASE_PROVIDERS.includes(file.secretsProvider)) {
    return `${file.secretsProvider} holds the key; pass the values that the program must read with --config KEY=VALUE`;
  }
  if (file.salt === undefined) {
    return "Pulumi Cloud holds the key; pass the values that the program must read with --config KEY=VALUE";
  }
  if (passphrase === undefined) {
    return "set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to preview with the values";
  }
  return undefined;
}

function noteSealed(keys: string[], obstacle: string): Diagnostic {
  const names = keys.map((key) => `\`${key}\``).join(", ");
  const [subject, verb] = keys.length === 1 ? ["secret", "stands"] : ["secrets", "stand"];
  return { severity: "info", message: `The ${subject} ${names} ${verb} as ${SECRET_TEXT}: ${obstacle}.`, urn: "" };
}

async function openStack(loaded: StackConfig, salt: string, passphrase: string): Promise<Decrypter> {
  const place = loaded.markup.at(["encryptionsalt"]);
  let decrypter: Decrypter | undefined;
  try {
    decrypter = await unlock(salt, passphrase);
  } catch (error) {
    const reason = (error as Error).message;
    throw new PreflightError(
      "configuration",
      `${place}: \`encryptionsalt\` is damaged (${reason}); restore the line that \`pulumi\` wrote.`,
    );
  }
  if (decrypter === undefined) {
    throw new PreflightError(
      "configuration",
      `${place}: the passphrase in PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE is not that of the stack ` +
        `"${loaded.stack}"; correct it, or unset it to preview with ${SECRET_TEXT} in place of secrets.`,
    );
  }
  return decrypter;
}

function open(loaded: StackConfig, key: string, secret: Secret, decrypter: Decrypter): void {
  try {
    secret.plaintext = decrypter(secret.ciphertext ?? "");
  } catch {
    const place = loaded.markup.at(["config", loaded.file.spelling.get(key) ?? key]);
    throw new PreflightError(
      "configuration",
      `${place}: the secret \`${key}\` cannot be decrypted with the stack's passphrase; set it again with ` +
        `\`pulumi config set --secret ${key} -s ${loaded.stack}\`.`,
    );
  }
}
