import { AwsType } from "../../../model/types";
import rule from "../../../rules/ebs/volume-type-is-current";
import { describeRule } from "../../support/table";

const CHANGE = "take gp3, io2, sc1, st1.";

describeRule(rule, [
  {
    it: "fails a volume that says nothing, because AWS takes gp2",
    fails: {},
    messages: [`type is not set, and AWS takes gp2 then; ${CHANGE}`],
    passes: { "a current type": { type: "gp3" } },
  },
  {
    it: "fails a device of an old type",
    type: AwsType.LaunchConfiguration,
    fails: { ebsBlockDevices: [{ deviceName: "/dev/sdf", volumeType: "standard" }] },
    messages: [`ebsBlockDevices[0].volumeType is standard; ${CHANGE}`],
    passes: {
      "a current type": { ebsBlockDevices: [{ volumeType: "gp3" }] },
      "a device that leaves it to the AMI": { ebsBlockDevices: [{ volumeSize: 8 }] },
    },
  },
  {
    it: "fails a type that the configuration does not allow",
    type: AwsType.LaunchTemplate,
    fails: { blockDeviceMappings: [{ ebs: { volumeType: "gp3" } }] },
    messages: ["blockDeviceMappings[0].ebs.volumeType is gp3; take io2."],
    settings: { allowedVolumeTypes: ["io2"] },
    passes: { "one that it allows": { blockDeviceMappings: [{ ebs: { volumeType: "io2" } }] } },
  },
]);
