import * as kms from "@pulumi/aws/kms";
import type * as pulumi from "@pulumi/pulumi";
import { type EncryptionKeyArgs } from "./encryption-key-args";
import { createKeyAlias, type KeyContext } from "./key-alias";
import { keyInputs, keyProtection } from "./key-inputs";

/**
 * Creates a key's replica in another Region, with an alias there. Its key material, and so its rotation, is that of the key.
 *
 * @returns The Region and the replica's ARN.
 */
export function createReplicaKey(
  context: KeyContext,
  region: string,
  args: EncryptionKeyArgs,
): [region: string, arn: pulumi.Output<string>] {
  const name = `${context.name}-${region}`;
  const replica = new kms.ReplicaKey(
    `${name}-replica-key`,
    { ...keyInputs(context, region, args), primaryKeyArn: context.key.arn, enabled: true },
    { parent: context.parent, ...keyProtection(args) },
  );
  createKeyAlias({ ...context, name, key: replica }, region, args);
  return [region, replica.arn];
}
