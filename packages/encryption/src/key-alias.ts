import * as kms from "@pulumi/aws/kms";
import { type Context } from "@groundwork/core";
import { type EncryptionKeyArgs } from "./encryption-key-args";
import { keyProtection } from "./key-inputs";

/** What an alias or a replica is made with. */
export interface KeyContext extends Context {
  key: kms.Key | kms.ReplicaKey;
}

/** Creates the alias of a key in its Region. */
export function createKeyAlias(
  { name, key, parent }: KeyContext,
  region: string,
  args: Pick<EncryptionKeyArgs, "aliasName" | "protectKey">,
): kms.Alias {
  return new kms.Alias(
    `${name}-alias`,
    { name: args.aliasName, targetKeyId: key.keyId, region },
    // A new alias stands beside the old one, so that nobody who goes by it is left without.
    { parent, deleteBeforeReplace: false, ...keyProtection(args) },
  );
}
