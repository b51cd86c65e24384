import { type Checks, rootVolume } from "@groundwork/core";
import { systemOf } from "./operating-system";
import { type ImageVolume, type RecipeArgs } from "./recipe-args";

/** The largest volume that a recipe takes, in GiB. */
const LARGEST_VOLUME_GIB = 16_000;

/** What a gp3 volume may be given, of IOPS and of MiB in a second. */
const [MIN_IOPS, MAX_IOPS, MIN_THROUGHPUT, MAX_THROUGHPUT] = [3000, 80_000, 125, 2000];

/** What the root device of any operating system is called. */
const ROOT_DEVICE_NAMES = ["/dev/xvda", "/dev/sda1"];

const DEVICE_NAME = /^(\/dev\/)?(sd|xvd)[a-z]{1,2}$/;

/** The volumes of an AMI, the root's first: all of them encrypted here, since the distribution's key serves other Regions only. */
export function blockDevices(args: RecipeArgs) {
  const { keyArn, volumes = [] } = args;
  const { rootDeviceName, rootVolumeSizeGiB } = systemOf(args);
  const root = rootVolume({ keyArn, rootDeviceName, rootVolumeSizeGiB: args.rootVolumeSizeGiB ?? rootVolumeSizeGiB });
  const performance = { iops: args.rootVolumeIops, throughput: args.rootVolumeThroughputMiBps };
  return [
    { ...root, ebs: { ...root.ebs, ...performance } },
    ...volumes.map(({ deviceName, sizeGiB, iops, throughputMiBps, snapshotId }) => ({
      deviceName,
      ebs: { ...root.ebs, volumeSize: sizeGiB, iops, throughput: throughputMiBps, snapshotId },
    })),
  ];
}

/** Records what is wrong with the volumes of an AMI. */
export function checkBlockDevices(checks: Checks, args: RecipeArgs): void {
  const { volumes = [] } = args;
  checkVolume(checks, args.rootVolumeSizeGiB, args.rootVolumeIops, args.rootVolumeThroughputMiBps, {
    size: "rootVolumeSizeGiB",
    iops: "rootVolumeIops",
    throughput: "rootVolumeThroughputMiBps",
  });
  const devices = volumes.map(({ deviceName }) => deviceName);
  checks.different("volumes", devices, "volumes of different device names", "rename one");
  volumes.forEach(({ deviceName, sizeGiB, iops, throughputMiBps }, index) => {
    const at = `volumes[${index}]`;
    checks.that(
      DEVICE_NAME.test(deviceName) && !ROOT_DEVICE_NAMES.includes(deviceName),
      `${at}.deviceName`,
      deviceName,
      "a device's name, and no root device's",
      "write it like /dev/sdf",
    );
    checkVolume(checks, sizeGiB, iops, throughputMiBps, {
      size: `${at}.sizeGiB`,
      iops: `${at}.iops`,
      throughput: `${at}.throughputMiBps`,
    });
  });
}

function checkVolume(
  checks: Checks,
  size: RecipeArgs["rootVolumeSizeGiB"],
  iops: ImageVolume["iops"],
  throughput: ImageVolume["throughputMiBps"],
  fields: { size: string; iops: string; throughput: string },
): void {
  checks.range(fields.size, size, 1, LARGEST_VOLUME_GIB, "GiB");
  checks.range(fields.iops, iops, MIN_IOPS, MAX_IOPS);
  checks.range(fields.throughput, throughput, MIN_THROUGHPUT, MAX_THROUGHPUT, "MiB in a second");
}
