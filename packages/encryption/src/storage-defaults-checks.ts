import { checkPlace, Checks, partitionOf } from "@groundwork/core";
import {
  type AllowedImage,
  AllowedImagesMode,
  ImagePublicAccess,
  SnapshotPublicAccess,
  type StorageDefaultsArgs,
} from "./storage-defaults-args";

const PROVIDER = /^(amazon|aws-marketplace|aws-backup-vault|none|\d{12})$/;

/** The most of the items of a criterion, and what each must be. */
const LISTS = {
  providers: { most: 200, item: PROVIDER, allowed: "amazon, aws-marketplace, aws-backup-vault, none or an account id" },
  names: { most: 50, item: /^.{1,128}$/, allowed: "a name of 1 to 128 characters" },
  productCodes: { most: 50, item: /^.{1,25}$/, allowed: "a product code of 1 to 25 characters" },
};

/** The longest time that is told in days: what fits into AWS's number. */
const LONGEST_DAYS = 2_147_483_647;

/**
 * Checks the settings of a Region.
 *
 * @throws ConfigError with every mistake.
 */
export function checkStorageDefaults(name: string, args: StorageDefaultsArgs): void {
  const { place, allowedImages } = args;
  const checks = new Checks("StorageDefaults", name);
  checkPlace(checks, place);
  checks.matches(
    "keyArn",
    args.keyArn,
    new RegExp(`^arn:${partitionOf(place.region)}:kms:${place.region}:\\d{12}:key/[\\w-]+$`),
    `the ARN of a key in ${place.region}, by its id`,
    "pass the keyArn of an EncryptionKey there",
  );
  checks.oneOf("snapshotPublicAccess", args.snapshotPublicAccess, Object.values(SnapshotPublicAccess));
  checks.oneOf("imagePublicAccess", args.imagePublicAccess, Object.values(ImagePublicAccess));
  checks.range("metadataHopLimit", args.metadataHopLimit, 1, 64, "hops");
  if (allowedImages !== undefined) {
    const { mode, criteria } = allowedImages;
    checks.oneOf("allowedImages.mode", mode, Object.values(AllowedImagesMode));
    checks.count("allowedImages.criteria", criteria, 1, 10, "one to ten criteria", "say which AMIs are allowed");
    criteria.forEach((criterion, index) => checkCriterion(checks, `allowedImages.criteria[${index}]`, criterion));
  }
  checks.done();
}

function checkCriterion(checks: Checks, field: string, criterion: AllowedImage): void {
  checks.that(
    criterion.providers !== undefined || criterion.productCodes !== undefined,
    `${field}.providers`,
    criterion.providers,
    "set, except with productCodes",
    "name the accounts whose AMIs are allowed: anybody can give an AMI a name",
  );
  for (const [list, { most, item, allowed }] of Object.entries(LISTS)) {
    const items = criterion[list as keyof typeof LISTS];
    const path = `${field}.${list}`;
    checks.count(path, items, 1, most, `1 to ${most} items`, "leave it out for none, or add a criterion");
    checks.different(path, items, "different items", "name each once");
    items?.forEach((each, index) => checks.matches(`${path}[${index}]`, each, item, allowed, "correct it"));
  }
  checks.range(`${field}.maxAgeDays`, criterion.maxAgeDays, 0, LONGEST_DAYS, "days");
  checks.range(`${field}.maxDeprecatedDays`, criterion.maxDeprecatedDays, 0, LONGEST_DAYS, "days");
}
