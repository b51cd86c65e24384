import { checkOtherAccounts, checkPlace, type Checks, isPlain, partitionOf } from "@groundwork/core";
import { type CopyArgs } from "./copy-args";

/** The alias of the key that AWS manages for EBS. */
const AWS_MANAGED_KEY = /(^|:)alias\/aws\/ebs$/;

/** Records what is wrong with the copy of a snapshot or of an AMI. */
export function checkCopy(checks: Checks, args: CopyArgs, isShared: boolean): void {
  const { place, sourceRegion = place.region, description, accountIds } = args;
  const partition = partitionOf(place.region);
  checkPlace(checks, place);
  checks.region("sourceRegion", sourceRegion);
  checks.that(
    partitionOf(sourceRegion) === partition,
    "sourceRegion",
    sourceRegion,
    `a Region of the partition ${partition}`,
    "export it to S3 instead: nothing is copied between partitions",
  );
  checkCopyKey(checks, args, isShared);
  checks.matches("description", description, /^[^]{1,255}$/, "a text of 1 to 255 characters", "shorten it");
  checkOtherAccounts(checks, "accountIds", accountIds, place, "the copy's");
}

function checkCopyKey(checks: Checks, { place, keyArn }: CopyArgs, isShared: boolean): void {
  if (!isPlain(keyArn)) {
    return;
  }
  const { region } = place;
  if (isShared && AWS_MANAGED_KEY.test(keyArn)) {
    checks.that(
      false,
      "keyArn",
      keyArn,
      "a customer-managed key for a copy that is shared",
      "pass the keyArn of an EncryptionKey: nobody else can use aws/ebs",
    );
    return;
  }
  checks.matches(
    "keyArn",
    keyArn,
    new RegExp(`^arn:${partitionOf(region)}:kms:${region}:\\d{12}:key/[\\w-]+$`),
    `the ARN of a key in ${region}, by its id`,
    "pass the keyArn of an EncryptionKey there, or for a replica its replicaKeyArns",
  );
}
