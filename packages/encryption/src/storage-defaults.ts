import * as ebs from "@pulumi/aws/ebs";
import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import {
  type AllowedImages,
  AllowedImagesMode,
  ImagePublicAccess,
  SnapshotPublicAccess,
  type StorageDefaultsArgs,
} from "./storage-defaults-args";
import { checkStorageDefaults } from "./storage-defaults-checks";

/** What AWS calls a setting that it leaves to the AMI. */
const NO_PREFERENCE = "no-preference";
const NO_HOP_LIMIT = -1;

/**
 * What holds for a Region's volumes, snapshots, AMIs and instances where nobody says otherwise, in one place: encryption and its key,
 * no public snapshots and AMIs, IMDSv2, and the AMIs that are allowed. Every setting is sent, so that one that leaves the program is
 * not left as it was. It makes no look-up.
 */
export class StorageDefaults extends pulumi.ComponentResource {
  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: StorageDefaultsArgs, opts?: pulumi.ComponentResourceOptions) {
    checkStorageDefaults(name, args);
    super("encryption:index:StorageDefaults", name, {}, opts);

    const { region } = args.place;
    // Deleting these would switch off what may have been on before.
    const kept: pulumi.CustomResourceOptions = { parent: this, retainOnDelete: args.resetOnDelete !== true };
    const key = new ebs.DefaultKmsKey(
      `${name}-default-kms-key`,
      { keyArn: args.keyArn, region },
      // Deleting one ends on AWS's own key, whichever is set by then.
      { parent: this, deleteBeforeReplace: true },
    );
    new ebs.EncryptionByDefault(
      `${name}-encryption-by-default`,
      { enabled: args.allowUnencrypted !== true, region },
      // Nothing is encrypted with AWS's key in between.
      { ...kept, dependsOn: key },
    );
    new ebs.SnapshotBlockPublicAccess(
      `${name}-snapshot-block-public-access`,
      { state: args.snapshotPublicAccess ?? SnapshotPublicAccess.BlockAllSharing, region },
      kept,
    );
    new ec2.ImageBlockPublicAccess(
      `${name}-image-block-public-access`,
      { state: args.imagePublicAccess ?? ImagePublicAccess.BlockNewSharing, region },
      kept,
    );
    new ec2.InstanceMetadataDefaults(
      `${name}-instance-metadata-defaults`,
      {
        httpTokens: args.allowMetadataWithoutToken === true ? "optional" : "required",
        httpPutResponseHopLimit: args.metadataHopLimit ?? NO_HOP_LIMIT,
        httpEndpoint: NO_PREFERENCE,
        instanceMetadataTags: NO_PREFERENCE,
        region,
      },
      kept,
    );
    if (args.allowedImages !== undefined) {
      const inputs = allowedImages(args.allowedImages);
      new ec2.AllowedImagesSettings(`${name}-allowed-images-settings`, { ...inputs, region }, { parent: this });
    }
    this.registerOutputs({});
  }
}

function allowedImages({ mode, criteria }: AllowedImages): Omit<ec2.AllowedImagesSettingsArgs, "region"> {
  return {
    state: mode ?? AllowedImagesMode.Enabled,
    imageCriterions: criteria.map(({ providers, names, productCodes, maxAgeDays, maxDeprecatedDays }) => ({
      imageProviders: providers,
      imageNames: names,
      marketplaceProductCodes: productCodes,
      creationDateCondition: maxAgeDays === undefined ? undefined : { maximumDaysSinceCreated: maxAgeDays },
      deprecationTimeCondition:
        maxDeprecatedDays === undefined ? undefined : { maximumDaysSinceDeprecated: maxDeprecatedDays },
    })),
  };
}
