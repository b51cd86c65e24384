import { strings } from "../../model/config";
import { get, mustHold, where } from "../../model/facts";
import { eachDevice, eachLaunch, LAUNCHES } from "../../model/launch";
import { Group } from "../../model/levels";
import { UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

interface TypeConfig {
  allowedVolumeTypes: string[];
}

const KNOWN = ["gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"];

export default defineRule<TypeConfig>({
  name: "volume-type-is-current",
  requires: "An EBS volume is of a current type.",
  fix: 'Set the type to "gp3", or to "io2" for what needs more.',
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html",
  types: [AwsType.Volume, ...LAUNCHES],
  guards: ["type", "rootBlockDevice", "ebsBlockDevices", "blockDeviceMappings", "launchSpecifications"],
  config: {
    allowedVolumeTypes: {
      ...strings("The types that a volume may have", "^[a-z0-9]+$"),
      default: ["gp3", "io2", "sc1", "st1"],
    },
  },
  judge: (resource, { allowedVolumeTypes }) => {
    const isAllowed = (type: unknown) => allowedVolumeTypes.includes(String(type));
    const how = { known: KNOWN, change: `take ${allowedVolumeTypes.join(", ")}.` };
    return resource.type === AwsType.Volume
      ? mustHold(resource, "type", isAllowed, { ...how, absent: "gp2" })
      : // A device that says nothing is as in the AMI.
        eachLaunch(resource, (launch) =>
          eachDevice(launch, (device) => {
            const type = get(device, "volumeType");
            return where(type === UNKNOWN ? UNKNOWN : type !== undefined, () =>
              mustHold(device, "volumeType", isAllowed, how),
            );
          }),
        );
  },
});
