import type * as kms from "@pulumi/aws/kms";
import type * as pulumi from "@pulumi/pulumi";
import { type Context, nameTag } from "@groundwork/core";
import { DEFAULT_DELETION_WINDOW_DAYS, type EncryptionKeyArgs } from "./encryption-key-args";
import { keyPolicy } from "./key-policy";

/** The inputs that a key and its replicas have in common. */
export function keyInputs(
  { name, tags }: Context,
  region: string,
  args: EncryptionKeyArgs,
): Pick<kms.KeyArgs, "description" | "deletionWindowInDays" | "policy" | "region" | "tags"> {
  return {
    description: args.description,
    deletionWindowInDays: args.deletionWindowDays ?? DEFAULT_DELETION_WINDOW_DAYS,
    policy: keyPolicy(args, region),
    region,
    tags: nameTag(name, tags),
  };
}

/**
 * The options that keep a key, its replicas and their aliases, which would go before Pulumi refuses to delete the key. Where they
 * are not kept, they are protected as their component is.
 */
export function keyProtection({ protectKey }: Pick<EncryptionKeyArgs, "protectKey">): pulumi.CustomResourceOptions {
  return protectKey === false ? {} : { protect: true };
}
