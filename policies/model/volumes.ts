import { get, type Subject } from "./facts";
import { eachDevice, eachLaunch, LAUNCHES } from "./launch";
import type { Resource } from "./resource";
import { AwsType } from "./types";
import type { Facts } from "./verdict";

const SERVICE = "aws:ecs/service:Service";

/** The types that declare volumes with a key. A launch configuration cannot name one. */
export const KEYED_VOLUMES = [AwsType.Volume, ...LAUNCHES, SERVICE].filter(
  (type) => type !== AwsType.LaunchConfiguration,
);

/** The inputs in which those types declare volumes. */
export const VOLUME_INPUTS = [
  ...["kmsKeyId", "rootBlockDevice", "ebsBlockDevices", "blockDeviceMappings", "launchSpecifications"],
  "volumeConfiguration",
];

/** Judges each volume that a resource declares. */
export function eachVolume(resource: Resource, judge: (volume: Subject) => Facts): Facts {
  switch (resource.type) {
    case AwsType.Volume:
      return judge(resource);
    case SERVICE: {
      const field = "volumeConfiguration.managedEbsVolume";
      const declared = get(resource, field);
      return declared === undefined ? [] : judge({ declared, field });
    }
    default:
      return eachLaunch(resource, (launch) => eachDevice(launch, judge));
  }
}
