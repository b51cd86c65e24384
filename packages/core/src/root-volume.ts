import type * as pulumi from "@pulumi/pulumi";
import { type Checks } from "./checks";

/** The root device of Amazon Linux 2023. */
export const DEFAULT_ROOT_DEVICE_NAME = "/dev/xvda";

/** The root volume's size in GiB: Amazon Linux 2023's own. */
export const DEFAULT_ROOT_VOLUME_SIZE_GIB = 8;

/** The largest gp3 volume, in GiB. */
const LARGEST_VOLUME_GIB = 65_536;

/** What a component is told of the root volume. */
export interface RootVolumeArgs {
  /** The KMS key's ARN. */
  keyArn: pulumi.Input<string>;

  /** The root device's name in the AMI. @default "/dev/xvda" */
  rootDeviceName?: pulumi.Input<string>;

  /** The size in GiB, from 1 to 65536. @default 8 */
  rootVolumeSizeGiB?: pulumi.Input<number>;
}

/** A root volume as launch templates and image recipes take it: encrypted, and deleted with its instance. */
export interface RootVolume {
  deviceName: pulumi.Input<string>;
  ebs: {
    encrypted: string;
    kmsKeyId: pulumi.Input<string>;
    volumeType: string;
    volumeSize: pulumi.Input<number>;
    deleteOnTermination: string;
  };
}

/** The root volume of what is launched, or of the AMI that is built. */
export function rootVolume({ keyArn, rootDeviceName, rootVolumeSizeGiB }: RootVolumeArgs): RootVolume {
  return {
    deviceName: rootDeviceName ?? DEFAULT_ROOT_DEVICE_NAME,
    ebs: {
      encrypted: "true",
      kmsKeyId: keyArn,
      volumeType: "gp3",
      volumeSize: rootVolumeSizeGiB ?? DEFAULT_ROOT_VOLUME_SIZE_GIB,
      deleteOnTermination: "true",
    },
  };
}

/** Records what is wrong with a root volume. */
export function checkRootVolume(checks: Checks, { rootVolumeSizeGiB }: RootVolumeArgs): void {
  checks.range("rootVolumeSizeGiB", rootVolumeSizeGiB, 1, LARGEST_VOLUME_GIB, "GiB");
}
