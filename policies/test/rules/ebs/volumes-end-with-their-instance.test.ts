import { AwsType } from "../../../model/types";
import rule from "../../../rules/ebs/volumes-end-with-their-instance";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a root device that outlives its instance",
    fails: { rootBlockDevice: { deleteOnTermination: false } },
    messages: ["rootBlockDevice.deleteOnTermination is false; set it to true."],
    passes: {
      "one that does not": { rootBlockDevice: { deleteOnTermination: true } },
      "one that says nothing": { rootBlockDevice: { encrypted: true } },
    },
  },
  {
    it: "fails a device of a launch template, which spells booleans as texts",
    type: AwsType.LaunchTemplate,
    fails: { blockDeviceMappings: [{ ebs: { deleteOnTermination: "false" } }] },
    messages: ["blockDeviceMappings[0].ebs.deleteOnTermination is false; set it to true."],
    passes: { "one that does not": { blockDeviceMappings: [{ ebs: { deleteOnTermination: "true" } }] } },
  },
]);
