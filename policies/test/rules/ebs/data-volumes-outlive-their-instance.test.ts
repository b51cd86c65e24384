import { AwsType } from "../../../model/types";
import rule from "../../../rules/ebs/data-volumes-outlive-their-instance";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a data volume that says nothing, because it goes with the instance",
    fails: { ebsBlockDevices: [{ deviceName: "/dev/sdf" }] },
    messages: ["ebsBlockDevices[0].deleteOnTermination is not set, and AWS takes true then; set it to false."],
    passes: {
      "one that stays": { ebsBlockDevices: [{ deviceName: "/dev/sdf", deleteOnTermination: false }] },
      "an instance without": { ebsBlockDevices: undefined },
    },
  },
  {
    it: "fails a device of a launch template, and leaves the root alone",
    type: AwsType.LaunchTemplate,
    fails: {
      blockDeviceMappings: [
        { deviceName: "/dev/xvda" },
        { deviceName: "/dev/sdf", ebs: { deleteOnTermination: "true" } },
      ],
    },
    messages: ["blockDeviceMappings[1].ebs.deleteOnTermination is true; set it to false."],
    passes: {
      "one that stays": { blockDeviceMappings: [{ deviceName: "/dev/sdf", ebs: { deleteOnTermination: "false" } }] },
    },
  },
]);
