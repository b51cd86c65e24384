import { inheritedEncryption, type Inherited } from "./encryption";
import type { EncryptionConfig } from "./encryption-config";
import { get } from "./facts";
import type { Program } from "./program";
import { text, UNKNOWN } from "./reading";
import type { Resource } from "./resource";

/**
 * How a copy is encrypted that does not ask for it: by the account's default, or because its source is. A copy is the
 * place to encrypt, so a source that is known, and that nothing shows to be encrypted, is taken as it stands: plain.
 *
 * @param evidence The types whose resources could show it.
 * @param source How the source is encrypted, as far as it is shown.
 */
export function copiedEncryption(
  copy: Resource,
  input: string,
  evidence: string[],
  source: () => Inherited,
  config: EncryptionConfig,
  program: Program,
): Inherited {
  const origin = (): Inherited => {
    const { encrypted, reason } = source();
    const isTold = get(copy, input) !== UNKNOWN && program.sources(copy, input, evidence) !== UNKNOWN;
    if (encrypted !== UNKNOWN) {
      return { encrypted, reason };
    }
    return { encrypted: isTold ? false : UNKNOWN, reason: NOT_SHOWN };
  };
  const kmsKeyId = text(get(copy, "kmsKeyId"));
  return inheritedEncryption(
    { resource: copy, input, snapshotId: undefined, kmsKeyId, reported: undefined, origin },
    config,
    program,
  );
}

const NOT_SHOWN = "nothing shows that its source is encrypted";
